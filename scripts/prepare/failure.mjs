import { say } from './say.mjs';

/** An error that a person can mend: what went wrong, what to do, and the whole output of the program that failed, if one did. */
export function failure(problem, { remedy, output = '', cause } = {}) {
  return Object.assign(new Error(problem, { cause }), { remedy, output });
}

/** Tells an error on stderr: output, problem, remedy. An error without a remedy is a fault of ours, and is shown with its stack. */
export function explain(error) {
  const { problem, remedy, output } = asFailure(error);
  if (output) say(output.trimEnd());
  say(`Erreur : ${problem}`);
  if (remedy) say(`Remède : ${remedy}`);
}

/** Codes of the file system that come from the machine and not from the program. */
const DISK_REMEDIES = {
  EACCES: 'Donnez-vous le droit d’écrire dans le dossier du projet, puis relancez la commande.',
  EPERM: 'Donnez-vous le droit d’écrire dans le dossier du projet, puis relancez la commande.',
  EROFS: 'Copiez le projet sur un disque où l’on peut écrire, puis relancez la commande.',
  ENOSPC: 'Faites de la place sur le disque, puis relancez la commande.',
};

function asFailure(error) {
  if (!(error instanceof Error)) return { problem: String(error) };
  if ('remedy' in error) return { problem: error.message, remedy: error.remedy, output: error.output };

  const diskRemedy = DISK_REMEDIES[error.code];
  return diskRemedy ? { problem: error.message, remedy: diskRemedy } : { problem: error.stack };
}
