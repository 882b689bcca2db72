import { projectName } from '../../core/model/project-name';
import type { Project } from '../../core/model/records';
import type { Locale } from '../../core/language/locale';
import { openData } from '../../messages/fr/open-data';
import { projectsMessagesFor } from '../../messages/messages-for';
import { indexPath, projectPath } from './project-links';

type LinkedData = Readonly<Record<string, unknown>>;

/** What search engines read of a project (schema.org): what no source gives is undefined, which JSON leaves out. */
export function projectData(project: Project, locale: Locale, publicUrl = ''): LinkedData {
  const { id, otherNames, carrier, summaryFr, summaryEn, ftapFundingMEUR, sources } = project;
  const organization = (name: string): LinkedData => ({ '@type': 'Organization', name });
  const amount = ftapFundingMEUR === null ? undefined : euros(ftapFundingMEUR);
  return {
    '@type': 'Project',
    name: projectName(project),
    alternateName: otherNames.length === 0 ? undefined : otherNames,
    description: locale === 'fr' ? summaryFr : summaryEn,
    url: publicUrl + projectPath(id, locale),
    parentOrganization: carrier === null ? undefined : organization(carrier),
    funding: { '@type': 'MonetaryGrant', funder: organization(openData.funder), amount },
    subjectOf: sources.map(({ name, url, date }) => ({
      '@type': 'CreativeWork',
      name,
      url: url ?? undefined,
      datePublished: date ?? undefined,
    })),
  };
}

/** To the euro: 2.3 times a million is not whole in floating point. */
function euros(millions: number): LinkedData {
  return { '@type': 'MonetaryAmount', currency: 'EUR', value: Math.round(millions * 1_000_000) };
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
