import fc from 'fast-check';
import { type Cell, type Column, fromCell, TABLE_SHAPES, toCell } from '../../../src/core/editing/columns';
import { jsonText } from '../../../src/core/editing/json-layout';
import { differencesBetween, importTables, type Table, tablesOf } from '../../../src/core/editing/tables';
import {
  DATA_FILE_NAMES,
  type LoadedRecords,
  parseRecords,
  RECORD_FILES,
  RECORD_KEYS,
} from '../../../src/core/loading/parse';
import { dataTexts, realRecords } from '../knowledge';

const records = realRecords();
const texts = dataTexts();
const fingerprint = (text: string): string => `#${text}`;
const exported = tablesOf(records, fingerprint);

/** A change of one cell of a table, by the id of its record and the path of its column. */
type Edit = readonly [table: string, id: string, path: string, cell: Cell];

function edited(tables: readonly Table[], ...edits: readonly Edit[]): readonly Table[] {
  return edits.reduce<readonly Table[]>(
    (changed, [name, id, path, cell]) =>
      changed.map((table) => {
        if (table.name !== name) return table;
        const [header = []] = table.rows;
        const [place, key] = [header.indexOf(path), header.indexOf('id')];
        expect(place).toBeGreaterThan(-1);
        const at = table.rows.findIndex((row) => row[key] === id);
        expect(at).toBeGreaterThan(0);
        return { name, rows: table.rows.map((row, i) => (i === at ? row.with(place, cell) : row)) };
      }),
    tables,
  );
}

function imported(tables: readonly Table[], base = { texts, records }) {
  return importTables(tables, base.texts, base.records, fingerprint);
}

/** Why an import is refused; nothing of the base, which would take minutes to be shown. */
function faultsOf(tables: readonly Table[], base = { texts, records }) {
  const result = imported(tables, base);
  return 'faults' in result ? result.faults : 'taken';
}

/** The base after an import that is taken. */
function baseAfter(tables: readonly Table[], base = { texts, records }) {
  const result = imported(tables, base);
  if (!('texts' in result)) throw new Error(JSON.stringify(result, null, 1));
  return { texts: { ...base.texts, ...Object.fromEntries(result.texts) }, records: result.records };
}

/** The base with a project changed. */
function withProject(id: string, change: Partial<LoadedRecords['projects'][number]>) {
  const projects = records.projects.map((project) => (project.id === id ? { ...project, ...change } : project));
  const changed = {
    ...texts,
    'projects.json': jsonText({ ...JSON.parse(texts['projects.json']), projects }),
  };
  const parsed = parseRecords(changed);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return { texts: changed, records: parsed.records };
}

describe('the base as tables', () => {
  it('comes back from its own tables as it was, and nothing is to be written', () => {
    const { texts: written, records: read } = baseAfter(exported);

    expect(differencesBetween(records, read)).toEqual([]);
    expect(changedFiles(written)).toEqual([]);
  });

  it('comes back whole into a base that has none of its projects but one, whose row is not touched', () => {
    const [first] = records.projects;
    const alone = { ...texts, 'projects.json': jsonText({ ...JSON.parse(texts['projects.json']), projects: [first] }) };
    const parsed = parseRecords(alone);
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    const asNew = exported.map(({ name, rows }) => ({
      name,
      rows: rows.map((row, at) => (name === 'projects' && at > 0 && row[0] !== first?.id ? row.with(-1, null) : row)),
    }));

    const { texts: written } = baseAfter(asNew, { texts: alone, records: parsed.records });

    expect(written['projects.json']).toBe(texts['projects.json']);
  });

  it('has a column for every value of every record', () => {
    for (const file of RECORD_FILES) {
      const paths = TABLE_SHAPES.filter((table) => table.file === file).flatMap(({ list, columns }) =>
        columns.map(({ path }) => (list === null ? path : `${list}.${path}`)),
      );
      const reached = new Set<string>();
      const walk = (value: unknown, path: string): void => {
        if (paths.includes(path)) reached.add(path);
        else if (Array.isArray(value)) for (const item of value) walk(item, path);
        else if (typeof value === 'object' && value !== null)
          for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
        else throw new Error(`${file}: ${path} has no column`);
      };
      walk(records[RECORD_KEYS[file]], '');

      expect(reached.size).toBeGreaterThan(3);
    }
  });
});

describe('a value', () => {
  const said = fc
    .string({ minLength: 1, unit: fc.constantFrom(...Array.from('ab|\\\' -+=@2,.;"\n«é\u00a0')) })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const numeric = fc.constantFrom('2022', "'2022", "''1", '-3', '2,5', '01', "'", '1.5');
  const amount = fc.double({ min: 0.001, max: 999, noNaN: true }).map((value) => Number(value.toFixed(6)));
  it.each<[Column['kind'], fc.Arbitrary<unknown>]>([
    ['text', fc.oneof(said, numeric)],
    ['date', fc.constantFrom('2018-11-12', '2018-11', '2018')],
    ['number', amount],
    ['either', fc.oneof(said, numeric, amount, fc.integer())],
    ['list', fc.uniqueArray(fc.oneof(said, numeric), { minLength: 1, maxLength: 4 })],
  ])('of the kind %s comes back from its cell', (kind, values) => {
    for (const isOptional of [false, true]) {
      const column = { kind, isOptional };
      fc.assert(
        fc.property(values, (value) => {
          expect(fromCell(toCell(value, column), column)).toEqual({ value });
        }),
      );
    }
  });

  it.each<[Column['kind'], Cell, unknown]>([
    ['number', '2,3', { value: 2.3 }],
    ['number', '2.3', { value: 2.3 }],
    ['number', '1 234,5', { value: 1234.5 }],
    ['number', '1\u202f234,5 M€', { value: 1234.5 }],
    ['number', '2.300,00', 'unclear-number'],
    ['number', '2.300', 'unclear-number'],
    ['number', 'NC', 'not-published'],
    ['number', 'n/a', 'not-published'],
    ['number', '-', 'not-published'],
    ['number', 'non communiqué', 'not-published'],
    ['number', 'environ 3', 'not-a-number'],
    ['number', '5 400 000 €', 'not-a-number'],
    ['number', '0', 'zero'],
    ['number', 0, 'zero'],
    ['number', ' ', { value: null }],
    ['date', '12/11/2018', { value: '2018-11-12' }],
    ['date', '2.1.2018', { value: '2018-01-02' }],
    ['date', '11/2018', { value: '2018-11' }],
    ['date', 2018, { value: '2018' }],
    ['date', '2018-11-12T00:00:00.000Z', { value: '2018-11-12' }],
    ['list', ' a |b| |a', { value: ['a', 'b'] }],
    ['list', null, { value: [] }],
  ])('of the kind %s written %j is read %j', (kind, cell, expected) => {
    expect(fromCell(cell, { kind, isOptional: false })).toEqual(expected);
  });

  it('that may be missing is missing where its cell is empty, a list too', () => {
    expect(fromCell(null, { kind: 'list', isOptional: true })).toEqual({ value: undefined });
  });
});

describe('an import', () => {
  it('changes what was edited and adds what is new, and nothing else', () => {
    const [header = []] = tableNamed('projects').rows;
    const row = (values: Readonly<Record<string, Cell>>, of: readonly Cell[]): readonly Cell[] =>
      of.map((path) => values[String(path)] ?? null);
    const added = {
      ...{ id: 'nouveau-projet', name: 'Nouveau projet', themes: 'logement | location', confidence: 'low' },
      ...{ 'call.label': 'Appel non déterminé', 'call.confidence': 'undetermined', totalCostMEUR: '12,5' },
      ...{ summaryFr: 'Un essai.', summaryEn: 'A trial.' },
    };
    const source = { id: 'nouveau-projet', name: 'Le Monde', date: '12/11/2024', supports: 'coût', backs: 'cost' };
    const [sources = []] = tableNamed('projects.sources').rows;
    const tables = edited(
      exported,
      ['projects', 'mentor', 'ftapFundingMEUR', '5,5'],
      ['projects', 'mentor', 'expectedSavings.amountMEUR', null],
      ['projects', 'geoplateforme', 'totalCostMEUR', 21.92],
    ).map((table) => ({
      name: table.name,
      rows: [
        ...table.rows,
        ...(table.name === 'projects' ? [row(added, header)] : []),
        ...(table.name === 'projects.sources' ? [row(source, sources)] : []),
      ],
    }));

    const after = baseAfter(tables);

    expect(differencesBetween(records, after.records)).toEqual([
      {
        ...{ file: 'projects.json', id: 'mentor', kind: 'changed' },
        cells: [
          { path: 'ftapFundingMEUR', before: 5.4, after: 5.5 },
          { path: 'expectedSavings.amountMEUR', before: 2.3, after: null },
        ],
      },
      {
        ...{ file: 'projects.json', id: 'geoplateforme', kind: 'changed' },
        cells: [{ path: 'totalCostMEUR', before: 21.5, after: 21.92 }],
      },
      { file: 'projects.json', id: 'nouveau-projet', kind: 'added', cells: [] },
    ]);
    expect(after.records.projects.at(-1)).toMatchObject({ totalCostMEUR: 12.5, sources: [{ date: '2024-11-12' }] });
    expect(linesThatDiffer(texts['projects.json'], after.texts['projects.json'])).toBe(3);
    expect(changedFiles(after.texts)).toEqual(['projects.json']);
  });

  it('keeps what somebody else changed meanwhile in the records that this one did not touch', () => {
    const base = withProject('geoplateforme', { totalCostMEUR: 30 });

    const after = baseAfter(edited(exported, ['projects', 'mentor', 'totalCostMEUR', 9]), base);

    expect(after.records.projects.find(({ id }) => id === 'geoplateforme')?.totalCostMEUR).toBe(30);
    expect(after.records.projects.find(({ id }) => id === 'mentor')?.totalCostMEUR).toBe(9);
  });

  it('refuses an edit of a record that somebody else changed meanwhile', () => {
    const base = withProject('mentor', { totalCostMEUR: 30 });

    expect(faultsOf(edited(exported, ['projects', 'mentor', 'ftapFundingMEUR', 9]), base)).toEqual([
      { table: 'projects', row: 2, column: 0, code: 'changed-since', found: 'mentor' },
    ]);
  });

  it.each<[string, readonly Edit[], object]>([
    [
      'what is no amount',
      [['projects', 'mentor', 'totalCostMEUR', 'NC']],
      { row: 2, code: 'not-published', found: 'NC' },
    ],
    [
      'an id without the row that it was exported with',
      [
        ['projects', 'mentor', 'fingerprint', null],
        ['projects', 'mentor', 'name', 'X'],
      ],
      { row: 2, code: 'id-taken' },
    ],
    [
      'a record that is no longer there',
      [['projects', 'mentor', 'id', 'mentor-2']],
      { code: 'gone', found: 'mentor-2' },
    ],
    ['an id that stands twice', [['projects', 'geoplateforme', 'id', 'mentor']], { row: 5, code: 'repeated-id' }],
    ['a row without an id', [['projects', 'geoplateforme', 'id', ' ']], { row: 5, column: 0, code: 'no-id' }],
    [
      'a source of nothing',
      [['projects.sources', 'mentor', 'id', 'inconnu']],
      { table: 'projects.sources', code: 'no-such-record' },
    ],
  ])('refuses %s, at its cell', (_what, edits, expected) => {
    expect(faultsOf(edited(exported, ...edits))).toContainEqual(expect.objectContaining(expected));
  });

  it.each<[string, readonly Cell[], object]>([
    [
      'a column that is none',
      ['id', 'fingerprint', 'coût'],
      { row: 1, column: 2, code: 'unknown-column', found: 'coût' },
    ],
    ['a column that stands twice', ['id', 'fingerprint', 'name', 'name'], { column: 3, code: 'repeated-column' }],
    ['a table without ids', ['name', 'fingerprint'], { row: 1, code: 'missing-column', found: 'id' }],
    ['a table without its marks', ['id', 'name'], { code: 'missing-column', found: 'fingerprint' }],
  ])('refuses %s', (_what, header, expected) => {
    expect(faultsOf([{ name: 'projects', rows: [header] }])).toEqual([expect.objectContaining(expected)]);
  });

  it('refuses a sheet of another workbook', () => {
    expect(faultsOf([{ name: 'Feuil1', rows: [['a']] }])).toEqual([
      { table: 'Feuil1', row: null, column: null, code: 'unknown-table', found: 'Feuil1' },
    ]);
  });

  it.each<[Edit, object]>([
    [['projects', 'mentor', 'themes', 'formation | inconnu'], { table: 'projects', row: 2, code: 'no-such-id' }],
    [['projects', 'mentor', 'totalCostMEUR', 5_400_000], { table: 'projects', row: 2, code: 'wrong-value' }],
    [['projects', 'mentor', 'expectedSavings.nature', 'sure'], { table: 'projects', row: 2, code: 'wrong-value' }],
    [['projects.sources', 'geoplateforme', 'date', '31/02/2018'], { table: 'projects.sources', code: 'wrong-value' }],
    [
      ['projects.sources', 'geoplateforme', 'url', 'www.lemonde.fr'],
      { table: 'projects.sources', code: 'wrong-value' },
    ],
    [['themes', 'location', 'parent', 'inconnu'], { table: 'themes', code: 'no-such-id' }],
  ])(
    'has at its cell what the base refuses: %j',
    (edit, { table, row, code }: { table?: string; row?: number; code?: string }) => {
      const result = imported(edited(exported, edit));

      if (!('problems' in result)) throw new Error('taken');
      const [header = []] = tableNamed(edit[0]).rows;
      expect(result.problems).toHaveLength(1);
      expect(result.problems[0]).toMatchObject({
        problem: { code },
        cell: { table, column: header.indexOf(edit[2]), ...(row === undefined ? {} : { row }) },
      });
    },
  );
});

it('names the row of the source that is wrong among those of its record', () => {
  const { rows } = tableNamed('projects.sources');
  const second = rows.findIndex(([id]) => id === 'geoplateforme') + 1;
  const place = rows[0]?.indexOf('date') ?? -1;
  const wrong = rows.map((row, at) => (at === second ? row.with(place, '31/02/2018') : row));

  const result = imported(
    exported.map((table) => (table.name === 'projects.sources' ? { ...table, rows: wrong } : table)),
  );

  expect('problems' in result && result.problems.map(({ cell }) => cell)).toEqual([
    { table: 'projects.sources', row: second + 1, column: place },
  ]);
});

function tableNamed(name: string): Table {
  const table = exported.find((known) => known.name === name);
  if (table === undefined) throw new Error(`${name}: no such table`);
  return table;
}

/** The files of which not every byte is as it was. */
function changedFiles(written: typeof texts): readonly string[] {
  return DATA_FILE_NAMES.filter((file) => written[file] !== texts[file]);
}

/** How many lines of the first text are not in the second. */
function linesThatDiffer(before: string, after: string): number {
  const kept = new Set(after.split('\n'));
  return before.split('\n').filter((line) => !kept.has(line)).length;
}
