import { prepareOrExit } from './prepare.mjs';

/** `npm run build`: what `npm start` prepares, without the start. */
await prepareOrExit();
