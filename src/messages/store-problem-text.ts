/** What keeps the assistant from its folder. */
export type StoreProblemKind = 'in-use' | 'damaged' | 'missing' | 'exists' | 'no-folder';

/** The sentence for whoever starts the assistant: what, where and how to mend it. */
export function storeProblemText(kind: StoreProblemKind, path: string): string {
  switch (kind) {
    case 'in-use':
      return `Un autre assistant se sert déjà de ce dossier (${path}) : arrêtez-le d’abord, ou donnez à celui-ci un dossier à lui (VAR_DIR=var2 npm start).`;
    case 'damaged':
      return `${path} est abîmé : remettez une sauvegarde à sa place (npm run -s backup dit comment), ou déplacez-le pour repartir sans les conversations gardées.`;
    case 'missing':
      return `Il n’y a pas de ${path} : l’assistant n’a encore rien gardé ici (VAR_DIR).`;
    case 'exists':
      return `${path} existe déjà : donnez un autre dossier.`;
    case 'no-folder':
      return `L’assistant ne peut pas écrire dans ${path} : donnez-lui un dossier où il a le droit d’écrire (VAR_DIR), sur un disque qui n’est ni plein ni en lecture seule.`;
  }
}
