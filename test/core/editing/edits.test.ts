import { mergeRecords, withAdded, withEdits } from '../../../src/core/editing/edits';
import { parseRecords } from '../../../src/core/loading/parse';
import { dataTexts, realRecords } from '../../core/knowledge';

const records = realRecords();
const mentor = records.projects.find(({ id }) => id === 'mentor');
if (mentor === undefined) throw new Error('no mentor');

describe('a name added to a record', () => {
  it('stands where records of its kind have theirs', () => {
    const [theme, body] = [records.themes[0], records.organisations[0]];
    if (theme === undefined || body === undefined) throw new Error('no record');

    expect(withAdded('term', 'projects.json', mentor, 'mentorat', 'fr')).toMatchObject({
      otherNames: [...mentor.otherNames, 'mentorat'],
    });
    expect(withAdded('term', 'themes.json', theme, 'zorglub', 'en')).toMatchObject({
      synonyms: { fr: theme.synonyms.fr, en: [...theme.synonyms.en, 'zorglub'] },
    });
    expect(withAdded('term', 'organisations.json', body, 'zorglub', 'fr')).toMatchObject({
      nicknames: [...body.nicknames, 'zorglub'],
    });
    expect(withAdded('wording', 'projects.json', mentor, 'où me former ?', 'fr')).toMatchObject({
      wordings: { fr: [...mentor.wordings.fr, 'où me former ?'] },
    });
  });

  it('changes nothing where it is there already, or has no place', () => {
    const again = { ...mentor, otherNames: ['mentorat'] };

    expect(withAdded('term', 'projects.json', again, 'mentorat', 'fr')).toBe(again);
    expect(withAdded('wording', 'territories.json', again, 'où ?', 'fr')).toBe(again);
  });
});

it('changes the records of a file and not a letter of the others', () => {
  const texts = dataTexts();
  const after = { ...mentor, statusFr: 'Ouvert depuis 2021' };

  const changed = withEdits(texts, [{ file: 'projects.json', id: 'mentor', before: mentor, after }]);

  expect([...changed.keys()]).toEqual(['projects.json']);
  const [was, is] = [texts['projects.json'].split('\n'), (changed.get('projects.json') ?? '').split('\n')];
  expect(is.filter((line, at) => line !== was[at])).toEqual(['      "statusFr": "Ouvert depuis 2021",']);
  expect(parseRecords({ ...texts, ...Object.fromEntries(changed) })).toHaveProperty('records');
});

describe('two who change a record', () => {
  const edit = (after: object) => ({ file: 'projects.json', id: 'mentor', before: mentor, after }) as const;

  it('both keep what they did where it is not the same', () => {
    const mine = { ...mentor, statusFr: 'Ouvert', otherNames: [...mentor.otherNames, 'A'] };
    const theirs = {
      ...mentor,
      expectedSavings: { ...mentor.expectedSavings, amountMEUR: 3 },
      otherNames: [...mentor.otherNames, 'B'],
    };

    expect(mergeRecords(edit(mine), theirs, 'theirs')).toEqual({
      record: { ...theirs, statusFr: 'Ouvert', otherNames: [...mentor.otherNames, 'B', 'A'] },
      clashes: [],
    });
  });

  it('are told what both changed, and which of the two stands', () => {
    const mine = { ...mentor, expectedSavings: { ...mentor.expectedSavings, amountMEUR: 4 } };
    const theirs = { ...mentor, expectedSavings: { ...mentor.expectedSavings, amountMEUR: 3 } };

    const { record, clashes } = mergeRecords(edit(mine), theirs, 'theirs');

    expect(clashes).toEqual([{ path: 'expectedSavings.amountMEUR', mine: 4, theirs: 3 }]);
    expect(record).toEqual(theirs);
    expect(mergeRecords(edit(mine), theirs, 'mine').record).toEqual(mine);
  });

  it('agree where both did the same, in lists of sources too', () => {
    const mine = { ...mentor, sources: [] };

    expect(mergeRecords(edit(mine), mine, 'theirs')).toEqual({ record: mine, clashes: [] });
    expect(mergeRecords(edit(mine), { ...mentor, sources: mentor.sources.slice(1) }, 'mine').clashes).toHaveLength(1);
  });
});
