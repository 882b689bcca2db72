import { createKnowledgeBase } from '../../../src/core/loading/create-knowledge-base';
import { evidenceOf } from '../../../src/core/understanding/evidence';
import { readQuestion } from '../../../src/core/understanding/reading';
import { realRecords } from '../knowledge';

/** What is found first when a project is one that came in since the training, by another id. */
function foundFirst(words: string, since: string): string | undefined {
  const records = realRecords();
  const projects = records.projects.map((project) =>
    project.id === since ? { ...project, id: 'since-the-training' } : project,
  );
  const knowledge = createKnowledgeBase({ ...records, projects });
  return evidenceOf(readQuestion(words, knowledge), knowledge).projects[0]?.id;
}

describe('a project that came in since the training', () => {
  it.each([
    ['achats outils publics', 'tncp'],
    ['mal logement', 'histologe'],
    ['carte occupation', 'ocs-ge'],
  ])('« %s » is found before those that were learned, by how its texts lead theirs', (words, project) => {
    expect(foundFirst(words, project)).toBe('since-the-training');
  });
});
