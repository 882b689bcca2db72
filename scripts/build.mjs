import { helpOrGoOn, prepareOrExit } from './prepare.mjs';

/** `npm run build`: what `npm start` prepares, without the start. */
helpOrGoOn('Usage : npm run build\nInstalle et compile ce qui n’est pas à jour, sans rien lancer.');
await prepareOrExit();
