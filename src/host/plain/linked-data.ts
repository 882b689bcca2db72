import { projectName } from '../../core/model/project-name';
import type { Project } from '../../core/model/records';
import type { Locale } from '../../core/language/locale';
import { openData } from '../../messages/fr/open-data';
import { projectsMessagesFor } from '../../messages/messages-for';
import { indexPath, projectPath } from './project-links';

type LinkedData = Readonly<Record<string, unknown>>;

/** What search engines read of a project (schema.org): what no source gives is left out. */
export function projectData(project: Project, locale: Locale, publicUrl = ''): LinkedData {
  const { id, otherNames, carrier, summaryFr, summaryEn, ftapFundingMEUR, sources } = project;
  return {
    '@type': 'Project',
    name: projectName(project),
    ...(otherNames.length === 0 ? {} : { alternateName: otherNames }),
    description: locale === 'fr' ? summaryFr : summaryEn,
    url: publicUrl + projectPath(id, locale),
    ...(carrier === null ? {} : { parentOrganization: { '@type': 'Organization', name: carrier } }),
    funding: {
      '@type': 'MonetaryGrant',
      funder: { '@type': 'Organization', name: openData.funder },
      ...(ftapFundingMEUR === null
        ? {}
        : { amount: { '@type': 'MonetaryAmount', currency: 'EUR', value: euros(ftapFundingMEUR) } }),
    },
    subjectOf: sources.map(({ name, url, date }) => ({
      '@type': 'CreativeWork',
      name,
      ...(url === null ? {} : { url }),
      ...(date === null ? {} : { datePublished: date }),
    })),
  };
}

/** To the euro: 2.3 times a million is not whole in floating point. */
function euros(millions: number): number {
  return Math.round(millions * 1_000_000);
}

/** The same of the list of all projects, which may be had as files. */
export function datasetData(locale: Locale, publicUrl = ''): LinkedData {
  const download = (encodingFormat: string, path: string): LinkedData => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: publicUrl + path,
  });
  return {
    '@type': 'Dataset',
    name: openData.dataset,
    description: projectsMessagesFor(locale).intro,
    url: publicUrl + indexPath(locale),
    isAccessibleForFree: true,
    distribution: [download('text/csv', '/donnees/projets.csv'), download('application/json', '/donnees/projets.json')],
  };
}
