import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

describe('the whole record', () => {
  it.each([
    ['la fiche complète', 'fr'],
    ['donne-moi toutes les infos', 'fr'],
    ['everything about it', 'en'],
  ] as const)('is told again where it was told last: %s', (message, locale) => {
    expect(converse(['Mentor', message], locale)).toMatchObject({ kind: 'fact', project: 'mentor', field: 'summary' });
  });

  it('is not told where an amount is asked besides', () => {
    expect(converse(['Mentor', 'c’est quoi et combien ça coûte ?'])).toMatchObject({ kind: 'fact', field: 'cost' });
  });
});

describe('what each project of a set is asked for', () => {
  it.each([
    'quel est le statut des projets portés par le ministère de la Justice ?',
    'comment avancent les projets du ministère de la Justice ?',
  ])('is told of each, and nothing is counted: %s', (message) => {
    const filter = { carriers: ['ministere-justice'] };
    expect(converse([message])).toMatchObject({ kind: 'list', filter, show: ['status'] });
  });

  it.each(['ajoute le lieu', 'ils sont situés où ?', 'où se trouvent-ils ?'])(
    'is told beside what was shown: %s',
    (message) => {
      const filter = { topics: [{ themes: ['sante'] }] };
      expect(converse(['projets sur la santé', message])).toMatchObject({ kind: 'list', filter, show: ['territory'] });
    },
  );

  it('is counted by what it is on', () => {
    expect(converse(['répartition des projets selon les thèmes'])).toMatchObject({
      operation: 'count',
      groupBy: 'theme',
    });
  });
});

describe('several fields of what was shown', () => {
  it.each([
    'en tableau, avec le porteur, le territoire et le financement',
    'ajoute le porteur, le territoire et le financement',
  ])('are told of each, though of some they are not published: %s', (message) => {
    const list = { kind: 'list', total: 3, show: ['carrier', 'territory', 'funding'], filter: { known: [] } };
    expect(converse(['projets sur la santé', message])).toMatchObject(list);
  });

  it('are one where the other is ruled out', () => {
    const turns = ['les projets les plus chers', 'top 3', 'non, par aide du fonds, pas par coût'];
    expect(converse(turns)).toMatchObject({ sort: { field: 'funding' } });
  });

  it('are no call, whoever is to be called', () => {
    const turns = ['projets portés par une préfecture', 'qui dois-je appeler pour chacun ?'];
    expect(converse(turns)).toMatchObject({ kind: 'list', show: ['carrier'] });
  });
});

describe('what was taken out of a list', () => {
  it.each([
    [
      ['projets sur l’environnement', 'sans LiDAR HD', 'lequel coûte le moins ?', 'remettez LiDAR HD dans la liste'],
      5,
      'fr',
    ],
    [['projets sur l’agriculture', 'enlève Calypso', 'ajoute Calypso à nouveau'], 3, 'fr'],
    [['projects on agriculture', 'without Calypso', 'add Calypso back'], 3, 'en'],
  ] as const)('comes back into it, and is compared with nothing: %j', (turns, total, locale) => {
    expect(converse([...turns], locale)).toMatchObject({ kind: 'list', total });
  });

  it('is one more of those compared', () => {
    const turns = ['projets du logement', 'compare Mentor et PILAT', 'ajoute Histologe'];
    expect(converse(turns)).toMatchObject({ kind: 'compare', projects: ['mentor', 'pilat', 'histologe'] });
  });
});

describe('several projects named for a list', () => {
  it('are listed', () => {
    const turns = ['EASI Lab', 'refaites la liste : Incub’O, Mentor, EASI Lab et Enfants du spectacle'];
    expect(converse(turns)).toMatchObject({ kind: 'list', total: 4 });
  });
});

describe('one divided by another', () => {
  it('is set beside it, not added to it', () => {
    const compared = { kind: 'compare', projects: ['mentor', 'histologe'] };
    expect(converse(['Mentor divisé par Histologe, ça fait combien ?'])).toMatchObject(compared);
  });
});

describe('those of what was shown', () => {
  it('are none where none is of the body said', () => {
    const turns = ['projets sur le logement', 'parmi eux, lesquels sont portés par la Justice ?'];
    expect(converse(turns)).toMatchObject({ kind: 'list', total: 0 });
  });

  it('are listed again when asked for so', () => {
    expect(converse(['Projets santé', 'donne la liste'])).toMatchObject({ kind: 'list', total: 3 });
  });
});

describe('the last that were announced', () => {
  it.each([
    ['quelles sont les dernières sélections ?', 'fr'],
    ['the latest winners', 'en'],
  ] as const)('are no fact on the fund: %s', (message, locale) => {
    const sort = { field: 'date', direction: 'descending' };
    expect(converse([message], locale)).toMatchObject({ kind: 'list', sort });
  });
});

describe('money', () => {
  it('is added up where it is said to be paid', () => {
    expect(converse(['combien a-t-il été versé par le fonds ?'])).toMatchObject({ operation: 'sum', field: 'funding' });
    expect(converse(['combien ont eu moins d’un million du fonds ?'])).toMatchObject({ operation: 'count' });
  });

  it('is told beside the cost where its rate is asked', () => {
    const fact = { kind: 'fact', project: 'procedure-penale-numerique', field: 'funding', also: [{ field: 'cost' }] };
    expect(converse(['PPN', 'quel est le taux de financement par le fonds ?'])).toMatchObject(fact);
  });
});

describe('who carries most', () => {
  it.each([
    ['quel est le premier ministère en nombre de projets ?', 'ministry'],
    ['qui en porte le plus ?', 'carrier'],
  ])('is told by their projects: %s', (message, groupBy) => {
    expect(converse([message])).toMatchObject({ operation: 'max', field: null, groupBy });
  });

  it('is asked of all of them again by another measure', () => {
    const turns = [
      'quel ministère porte le plus de projets ?',
      'et par financement reçu, quel ministère arrive en tête ?',
    ];
    expect(converse(turns)).toMatchObject({ operation: 'max', field: 'funding', filter: { among: null } });
  });

  it('is no money, and no year', () => {
    expect(converse(['quel ministère a reçu le plus ?'])).toMatchObject({ field: 'funding', groupBy: 'ministry' });
    expect(converse(['nombre de projets la première année'])).not.toMatchObject({ operation: 'max' });
  });
});
