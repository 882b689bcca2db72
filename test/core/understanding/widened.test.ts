import { EMPTY_FILTER, type Filter } from '../../../src/core/model/question';
import { selectPositions } from '../../../src/core/answering/select';
import { exchanged, type SaidOfSet, widened } from '../../../src/core/understanding/patch';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const NOTHING_SAID: SaidOfSet = { limits: EMPTY_FILTER, named: [], dropped: [], lifted: [], keepsOnly: false };
const housing = { themes: ['logement'], beneficiaries: [], organisations: [] };
const ofHousing: Filter = { ...EMPTY_FILTER, topics: [housing] };

const idsIn = (filter: Filter): readonly string[] =>
  selectPositions(filter, knowledge).map((position) => knowledge.projects[position]?.id ?? '');
const limitedTo = (limits: Partial<Filter>): SaidOfSet => ({ ...NOTHING_SAID, limits: { ...EMPTY_FILTER, ...limits } });

describe('a set that is widened', () => {
  it('takes another place beside its own', () => {
    const last = { ...EMPTY_FILTER, territories: ['bretagne'] };

    expect(widened(last, limitedTo({ territories: ['occitanie'] }), null, knowledge)).toMatchObject({
      territories: ['bretagne', 'occitanie'],
    });
  });

  it('holds what a period gives besides, where none limited it', () => {
    const both = widened(ofHousing, limitedTo({ years: [2021] }), null, knowledge);
    const of2021 = idsIn({ ...EMPTY_FILTER, years: [2021] });

    expect(of2021.length).toBeGreaterThan(0);
    expect(new Set(idsIn(both))).toEqual(new Set([...idsIn(ofHousing), ...of2021]));
  });

  it('holds a call and a year besides, which no project needs to be of both', () => {
    const call = { ...EMPTY_FILTER, calls: [{ number: null, session: null, scheme: 'ftap2' as const }] };
    const both = widened(call, limitedTo({ years: [2021] }), null, knowledge);

    expect(new Set(idsIn(both))).toEqual(new Set([...idsIn(call), ...idsIn({ ...EMPTY_FILTER, years: [2021] })]));
  });

  it('leaves its theme when all bodies are wanted, and its body when it has no theme', () => {
    const said: SaidOfSet = { ...NOTHING_SAID, dropped: ['body'] };
    const ofBody = { ...ofHousing, carriers: ['dgfip'] };

    expect(widened(ofBody, said, null, knowledge)).toMatchObject({ topics: [housing], carriers: [] });
  });

  it('is the one before that it is a part of, when nothing else is said', () => {
    const narrow = { ...ofHousing, years: [2023] };

    expect(widened(narrow, NOTHING_SAID, ofHousing, knowledge)).toEqual(ofHousing);
    expect(widened(narrow, NOTHING_SAID, null, knowledge)).toMatchObject({ topics: [housing], years: [] });
  });

  it('takes back what was ruled out, and adds nothing for it', () => {
    const except = { ...EMPTY_FILTER.except, projects: ['histologe'], carriers: ['dgfip'] };
    const last = { ...ofHousing, except };

    expect(widened(last, { ...NOTHING_SAID, named: ['histologe'] }, null, knowledge)).toEqual({
      ...last,
      except: { ...except, projects: [] },
    });
    expect(widened(last, limitedTo({ carriers: ['dgfip'] }), null, knowledge)).toEqual({
      ...last,
      except: { ...except, carriers: [] },
    });
  });
});

describe('a set of which some goes and others come', () => {
  it('is what is left, with those that come, whatever they are on', () => {
    const except = { ...EMPTY_FILTER.except, topics: [{ themes: ['fraude'], beneficiaries: [], organisations: [] }] };
    const health = { ...EMPTY_FILTER, topics: [{ themes: ['sante'], beneficiaries: [], organisations: [] }] };
    const tax = { ...EMPTY_FILTER, topics: [{ themes: ['fiscalite'], beneficiaries: [], organisations: [] }] };
    const ids = idsIn(exchanged(tax, except, health, knowledge));

    expect(ids).toEqual(expect.arrayContaining(['compl-alim', 'ficoba-3']));
    expect(ids).not.toContain('pilat');
    expect(ids).toHaveLength(12);
  });
});
