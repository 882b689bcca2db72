import {
  type Followed,
  changesOn,
  EVERYTHING,
  followedIn,
  following,
  updateFrom,
} from '../../../src/core/changes/followed';
import { changedId } from '../../../src/core/changes/project-changes';
import type { Project } from '../../../src/core/model/records';
import { createChat } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const asked = (question: string): Followed | null => followedIn(createChat(knowledge).say(question));

/** The base as it was when this project read otherwise, or was not there (null). */
function formerly(id: string, edit: (project: Project) => Project | null): readonly Project[] {
  return knowledge.projects.flatMap((project) => (project.id === id ? (edit(project) ?? []) : project));
}

const told = (followed: Followed | null, before: readonly Project[]): readonly string[] =>
  changesOn(followed ?? following([]), updateFrom(before, knowledge, 'fr')).map(
    (change) => `${changedId(change)} ${change.kind === 'changed' ? change.fields.join('+') : change.kind}`,
  );

describe('a change bears on', () => {
  const cheaper = formerly('dossierfacile', (project) => ({ ...project, ftapFundingMEUR: 0.1, statusFr: null }));

  it.each([
    ['the project', 'DossierFacile', ['dossierfacile funding+status']],
    ['its theme', 'les projets du logement', ['dossierfacile funding+status']],
    ['another theme', 'les projets sur la formation', []],
    ['one field of it', 'le financement de DossierFacile', ['dossierfacile funding']],
    ['another field', 'le coût total de DossierFacile', []],
    ['another project', 'Mentor', []],
    ['two projects', 'compare Mentor et DossierFacile', ['dossierfacile funding+status']],
    ['everything', 'tous les projets', ['dossierfacile funding+status']],
  ])('%s', (_case, question, expected) => {
    expect(told(asked(question), cheaper)).toEqual(expected);
  });

  it('a theme when the project joins it, and when it leaves it', () => {
    const outside = formerly('dossierfacile', (project) => ({ ...project, themes: ['numerique'] }));

    expect(told(asked('les projets du logement'), outside)).toEqual(['dossierfacile themes']);
    expect(
      told(
        asked('les projets du logement'),
        formerly('mentor', (p) => ({ ...p, themes: ['logement'] })),
      ),
    ).toEqual(['mentor themes']);
  });

  it('the parent of a theme, the body above, the place', () => {
    const added = formerly('hebergement-sans-abri', () => null);

    expect(told(asked('les projets du logement'), added)).toEqual(['hebergement-sans-abri added']);
    expect(told(EVERYTHING, added)).toEqual(['hebergement-sans-abri added']);
  });

  it('a set that a removed project belonged to', () => {
    const [first] = knowledge.projects.filter(({ id }) => id === 'mentor');
    const gone: readonly Project[] = [...knowledge.projects, ...(first ? [{ ...first, id: 'mentor-bis' }] : [])];

    expect(told(asked('les projets sur la formation'), gone)).toEqual(['mentor-bis removed']);
    expect(told(asked('les projets du logement'), gone)).toEqual([]);
    expect(told(following(['mentor-bis']), gone)).toEqual(['mentor-bis removed']);
  });
});

describe('nothing can be followed', () => {
  it.each(["C'est quoi le FTAP ?", 'bonjour', 'quelle est la capitale du Pérou ?'])('in « %s »', (question) => {
    expect(asked(question)).toBeNull();
  });
});

it('a ranking cut short is the projects that it showed', () => {
  expect(asked('les trois projets les plus chers')?.filter.among).toHaveLength(3);
});
