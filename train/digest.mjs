import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import typescript from 'typescript';

const QUESTIONS = join('test', 'questions');

/** Sets whose writers are what the folds judge by, and older ones, of which `npm run train -- --label` noted the decisions. */
export const WRITERS = join(QUESTIONS, 'training');
const OLDER = [
  'dev',
  'own',
  'hard',
  'askers',
  ...Array.from({ length: 260 }, (_, index) => `opened-${index + 1}`),
  ...Array.from({ length: 81 }, (_, index) => `talk-${index + 1}`),
  'met',
  'dialogs',
].map((name) => join(QUESTIONS, `${name}.jsonl`));

/**
 * What the weights are made from, besides the questions: the trainer, and what shows a message to the networks. A change of it asks for a new training; one of how
 * slots are put together does not.
 */
const SHOWING = [
  'check',
  'decide',
  'described',
  'evidence',
  'features',
  'fund/fund-facts',
  'lexicon',
  'reading',
  'ruled-out',
  'slots',
];

export function taughtFiles() {
  const ofWriters = readdirSync(WRITERS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(WRITERS, name));
  return [...ofWriters, ...OLDER];
}

/** A program without its types, its remarks, and what stands where: none of them changes a weight. */
function whatItDoes(text) {
  const { outputText } = typescript.transpileModule(text, {
    compilerOptions: { target: 'esnext', module: 'esnext', removeComments: true },
  });
  return outputText
    .replace(/^import [^;]*;$/gm, '')
    .replace(/^export /gm, '')
    .replace(/^\s*\n/gm, '');
}

/** SHA-256 of the questions and of the code that turns them into weights. */
export function digest() {
  const hash = createHash('sha256');
  const code = [
    ...SHOWING.map((name) => join('src', 'core', 'understanding', `${name}.ts`)),
    ...readdirSync('train')
      .sort()
      .map((name) => join('train', name)),
  ];
  const add = (file, text) => hash.update(`${file.replaceAll('\\', '/')}\n${text}\n`);
  for (const file of taughtFiles()) add(file, readFileSync(file, 'utf8'));
  for (const file of code) {
    const text = readFileSync(file, 'utf8');
    add(file, /\.m?[jt]s$/.test(file) ? whatItDoes(text) : text);
  }
  return hash.digest('hex');
}
