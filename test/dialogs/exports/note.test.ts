import { noteOf } from '../../../dialogs/exports/note';
import { noteHtml } from '../../../dialogs/exports/note-html';
import { noteMarkdown } from '../../../dialogs/exports/note-markdown';
import type { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../../src/core/language/locale';
import { AMOUNT_FIELDS, amountOf } from '../../../src/core/model/project-fields';
import { projectName } from '../../../src/core/model/project-name';
import { messagesFor, typeset } from '../../../src/messages/messages-for';
import { realKnowledge } from '../../core/knowledge';
import { changedProjects } from './changed-projects';

const knowledge = realKnowledge();
const DAY = '2026-11-24';
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const markdownOf = (ids: readonly string[], locale: Locale = 'fr', base: KnowledgeBase = knowledge): string =>
  plain(noteMarkdown(noteOf(ids, locale, DAY, base)));
const pageOf = (ids: readonly string[], locale: Locale = 'fr', base: KnowledgeBase = knowledge): string =>
  plain(noteHtml(noteOf(ids, locale, DAY, base)));

/** What a page says, as a reader gets it. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

/** What Markdown says, without its backslashes. */
function unescaped(markdown: string): string {
  return markdown.replace(/\\([^\n])/g, '$1');
}

describe.each(['fr', 'en'] as const)('the note on any project (%s)', (locale) => {
  it.each(knowledge.projects.map((project) => [project.id, project] as const))(
    '%s: says what, who, how much, where it stands and where it comes from',
    (id, project) => {
      const note = noteOf([id], locale, DAY, knowledge);
      const texts = [wordsOf(pageOf([id], locale)), unescaped(markdownOf([id], locale))];
      const messages = messagesFor(locale);

      const expected = [
        locale === 'fr' ? project.summaryFr : project.summaryEn,
        project.carrier ?? messages.unpublished('carrier'),
        (locale === 'fr' ? project.statusFr : project.statusEn) ?? '',
        ...AMOUNT_FIELDS.map((field) => {
          const amount = amountOf(project, field);
          return amount === null ? messages.unpublished(field) : messages.amount(amount);
        }),
        ...project.sources.map(({ name }) => name),
      ];
      for (const text of texts) for (const part of expected) expect(text).toContain(plain(typeset(part, locale)));
      for (const { url } of project.sources)
        if (url !== null) {
          expect(pageOf([id], locale)).toContain(
            `<a href="${url.replaceAll('&', '&amp;').replaceAll("'", '&#39;')}" rel="noreferrer">`,
          );
          expect(markdownOf([id], locale)).toContain(`(<${url}>)`);
        }
      expect(note.projects[0]?.sections.amounts.map(({ isPublished }) => isPublished)).toEqual(
        [project.ftapFundingMEUR, project.totalCostMEUR, project.expectedSavings.amountMEUR].map(
          (amount) => amount !== null,
        ),
      );
      expect((note.projects[0]?.sections.conflicts.length ?? 0) > 0).toBe(project.conflicts.length > 0);
    },
  );
});

describe('the note on one project', () => {
  it('says what savings are: their period, their nature and the caveat of the record', () => {
    const [project] = noteOf(['health-data-hub'], 'fr', DAY, knowledge).projects;

    expect(project?.sections.amounts[2]).toMatchObject({
      value: '0,5\u00a0M€',
      qualifier: 'sans durée indiquée, prévision révisée',
      remarks: [
        'Estimation révisée',
        'Cible d’origine\u00a0: 54\u00a0M€, ramenée à 0,5\u00a0M€\u00a0; l’horizon n’est pas donné. Retour de départ jugé «\u00a0très peu crédible\u00a0» (reprise du rapport de la Cour des comptes).',
      ],
    });
  });

  it('says what sources disagree on, both sides', () => {
    expect(markdownOf(['geoplateforme'])).toContain(
      '**Coût total.** Deux sources diffèrent : 21,5 M€ (IGN / cartes.gouv.fr) ; 21,92 M€ (DINUM).',
    );
    expect(markdownOf(['pilat'])).toContain(
      '**Date de livraison prévue à l’origine.** Deux sources diffèrent : 2022 (',
    );
  });

  it('says so in English too, and what the record notes', () => {
    const text = markdownOf(['geoplateforme'], 'en');

    expect(text).toContain('€21.5 million (IGN / cartes.gouv.fr); €21.92 million (DINUM)');
    expect(text).toContain(
      '**The €3.6 million.** Two sources differ: planned investment, equal to the savings over 4 years',
    );
    expect(text).toContain('Investment plus two years of running costs according to IGN');
    expect(markdownOf(['mentor'], 'en')).toContain('La Gazette cites the ministry');
  });

  it('has the day that it was made, and no table of totals', () => {
    const note = noteOf(['mentor'], 'fr', '2026-12-01', knowledge);

    expect(note.established).toContain('1er décembre 2026');
    expect(note.totals).toBeNull();
    expect(note.title).toContain('Mentor');
  });
});

describe('the note on several projects', () => {
  const note = noteOf(['geoplateforme', 'health-data-hub', 'pilat'], 'fr', DAY, knowledge);

  it('adds like amounts only, and says over how many of how many', () => {
    expect(note.totals?.total.cells.map(({ value, coverage }) => [plain(value), plain(coverage)])).toEqual([
      ['au moins 33,6 M€', '2 projets sur 3'],
      ['145 M€', '2 projets sur 3'],
      ['—', '0 projet sur 3'],
    ]);
    expect(note.totals?.remarks.map(plain)).toEqual([
      'Économies attendues : 2 montants de nature différente ne sont pas compris dans le total.',
    ]);
  });

  it('does not add a net gain to one equal to the investment', () => {
    const { totals } = noteOf(['mentor', 'geoplateforme'], 'fr', DAY, knowledge);

    expect(plain(totals?.total.cells[2]?.value ?? '')).toBe('—');
    expect(markdownOf(['mentor'], 'en')).toContain('over 4 years, expected, net of the investment');
  });

  it('gives each project its row, with what is not published', () => {
    expect(note.totals?.rows.map(({ name, values }) => [name, ...values.map(plain)])).toEqual([
      ['Géoplateforme', '3,6 M€', '21,5 M€', '3,6 M€ sur 4 ans, égales à l’investissement'],
      ['Health Data Hub (HDH)', 'au moins 30 M€', 'non publié', '0,5 M€ sans durée indiquée, prévision révisée'],
      ['PILAT', 'non publié', '123,5 M€', 'non publiées'],
    ]);
  });

  it('says that no total is published rather than zero', () => {
    const [first, second] = knowledge.projects.filter(({ expectedSavings }) => expectedSavings.amountMEUR === null);

    const { totals } = noteOf([first?.id ?? '', second?.id ?? ''], 'fr', DAY, knowledge);

    expect(totals?.total.cells[2]).toEqual({ value: 'non publiées', coverage: '0\u00a0projet sur 2' });
  });

  it('holds five projects at most, each once', () => {
    const ids = knowledge.projects.slice(0, 7).map(({ id }) => id);

    expect(noteOf([...ids.slice(0, 1), ...ids], 'fr', DAY, knowledge).projects.map(({ id }) => id)).toEqual(
      ids.slice(0, 5),
    );
  });

  it('is a table with a caption and headers for whoever hears it', () => {
    const html = pageOf(['geoplateforme', 'pilat']);

    expect(html).toContain('<caption>Montants publiés, projet par projet</caption>');
    expect(html.match(/<th scope="col">/g)).toHaveLength(4);
    expect(html.match(/<th scope="row">/g)).toHaveLength(3);
    expect(html).toContain('<th scope="row">Géoplateforme</th>');
  });
});

describe('the page', () => {
  it('has one first heading, and headings in order', () => {
    for (const ids of [['mentor'], ['mentor', 'pilat']]) {
      const html = pageOf(ids, 'en');
      const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));

      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  it('tells a screen reader which words are French in an English note', () => {
    const html = pageOf(['health-data-hub'], 'en');

    expect(html).toContain('<dd><span lang="fr">Ministère des Solidarités et de la Santé</span></dd>');
    expect(html).toContain('<span lang="fr">Fondation iFRAP');
    expect(pageOf(['health-data-hub'])).not.toContain('lang="fr">Fondation');
  });

  it('has no script and no style inside', () => {
    expect(pageOf(['mentor', 'pilat'])).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
  });
});

describe('hostile records', () => {
  const attack = `<img src=x onerror=alert(1)> "x" y & | **gras** [lien](javascript:alert(1)) \`code\` _a_ # b`;
  const base = changedProjects([
    {
      name: attack,
      carrier: attack,
      summaryFr: `${attack}\n\n# Faux titre\n\n- fausse liste`,
      statusFr: '1. fausse liste',
      partners: [attack],
      conflicts: [
        {
          ...{ about: ['status'], what: attack, valueA: attack, sourceA: attack, valueB: 1, sourceB: attack },
          ...{ whatEn: attack, valueAEn: attack, valueBEn: null },
        },
      ],
      sources: [
        { name: attack, url: 'javascript:alert(1)', date: null, supports: attack, backs: [] },
        { name: 'b', url: 'https://example.org/a">(b)<c d', date: null, supports: attack, backs: [] },
      ],
    },
    { name: 'autre | projet' },
  ]);
  const [first, second] = [...base.projects].sort((a, b) => b.name.length - a.name.length).map(({ id }) => id);
  const ids = [first ?? '', second ?? ''];

  it('stay text in the page', () => {
    const html = pageOf(ids, 'fr', base);

    expect(html).not.toContain('<img');
    expect(html).toContain('href="https://example.org/a&quot;&gt;(b)&lt;c d"');
    expect(wordsOf(html)).toContain('<img src=x onerror=alert(1)>');
  });

  it('stay text in Markdown', () => {
    const markdown = markdownOf(ids, 'fr', base);

    expect(markdown).not.toMatch(
      /(?<!\\)<img|(?<!\\)\*\*gras|(?<!\\)\[lien|(?<!\\)`code|^# Faux|^- fausse|^1\. fausse/m,
    );
    expect(markdown).toContain('(<https://example.org/a"%3E(b)%3Cc%20d>)');
    expect(markdown).toContain('| autre \\| projet |');
    expect(markdown).toContain('1\\. fausse liste');
    expect(unescaped(markdown)).toContain(attack);
  });

  it('never make a link of an address that is not http', () => {
    expect(markdownOf(ids, 'fr', base)).not.toMatch(/\]\(<javascript:/);
    expect(pageOf(ids, 'fr', base)).not.toMatch(/href="javascript:/);
  });
});

it('knows the names that the assistant uses', () => {
  for (const project of knowledge.projects)
    expect(plain(noteOf([project.id], 'fr', DAY, knowledge).title)).toBe(plain(typeset(projectName(project), 'fr')));
});
