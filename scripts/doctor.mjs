import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BOUNDS } from './doctor/bounds.mjs';
import { examineFiles } from './doctor/code.mjs';
import { examineExports, examineImports, examineKnowledge, examineStart, examineTypes } from './doctor/programs.mjs';
import { helpOrGoOn, prepareOrExit, ROOT } from './prepare.mjs';

const REMEDIES = {
  'long-file': 'Cherchez la deuxième idée du fichier et donnez-lui le sien.',
  'wide-folder': 'Rassemblez dans un sous-dossier les fichiers qui vont ensemble.',
  budget:
    'Retirez un mécanisme ou un doublon ; à défaut, relevez le budget dans scripts/doctor/bounds.mjs et dites pourquoi.',
  duplicate: 'Donnez ces lignes à une fonction que les deux appellent.',
  circle: 'Mettez ce que les deux partagent dans un troisième fichier, ou passez-le en paramètre.',
  layer:
    'Une flèche ne remonte jamais : index, cli → host → dialogs → core ; la règle est dans .dependency-cruiser.cjs.',
  unused: 'Supprimez-le, ou retirez « export » s’il sert dans son fichier.',
  knowledge: 'Corrigez le fichier nommé ; data/README.md décrit chaque champ.',
  types: 'Corrigez l’erreur nommée.',
  start: 'Corrigez ce que le démarrage dit ci-dessus.',
  slower: 'Relancez sur une machine au repos ; si cela reste, regardez ce qui a été ajouté depuis la dernière fois.',
};

/** A time is worth a look when it is so many times that of the last run. Never a fault: machines differ, and have other work. */
const SLOWER = 1.5;
const TIMES_PATH = join(ROOT, '.cache', 'doctor.json');

/** `npm run doctor`: the health of the code and of data/. Ends with 1 when a rule is broken, with 0 when something is only worth a look. */
helpOrGoOn(
  'Usage : npm run doctor\nCe qui est trop long, double, inutile ou plus lent que la dernière fois, dans le code et dans data/.',
);
await prepareOrExit();
const before = existsSync(TIMES_PATH) ? JSON.parse(readFileSync(TIMES_PATH, 'utf8')) : {};
const times = {};
// One after the other: two at a time would measure each other.
const findings = [
  ...examineFiles(ROOT, BOUNDS),
  ...(await examineImports(ROOT)),
  ...(await examineExports(ROOT)),
  ...(await examineKnowledge(ROOT)),
  ...(await timed('types', examineTypes)),
  ...(await timed('start', examineStart)),
];
writeFileSync(TIMES_PATH, JSON.stringify(times));
tell(findings);
if (findings.some(({ breaks }) => breaks)) process.exitCode = 1;

/** What `examine` finds, and that it took much longer than the last time. Keeps its time, in seconds. */
async function timed(name, examine) {
  const start = performance.now();
  const found = await examine(ROOT);
  times[name] = (performance.now() - start) / 1000;
  if (!(times[name] > before[name] * SLOWER)) return found;
  return [
    ...found,
    { rule: 'slower', where: name, what: `${seconds(times[name])}, contre ${seconds(before[name])}`, breaks: false },
  ];
}

/** By rule: its remedy once, then what breaks it (✗) or is worth a look (·). */
function tell(findings) {
  for (const [rule, remedy] of Object.entries(REMEDIES)) {
    const found = findings.filter((finding) => finding.rule === rule);
    if (found.length === 0) continue;
    console.log(`${rule} — ${remedy}`);
    for (const { where, what, breaks } of found) {
      console.log(`  ${breaks ? '✗' : '·'} ${where} : ${what.replaceAll('\n', '\n    ')}`);
    }
  }
  const broken = findings.filter(({ breaks }) => breaks).length;
  console.log(`types en ${seconds(times.types)}, démarrage en ${seconds(times.start)}`);
  console.log(`${broken} à corriger, ${findings.length - broken} à regarder`);
}

function seconds(number) {
  return `${number.toFixed(1).replace('.', ',')} s`;
}
