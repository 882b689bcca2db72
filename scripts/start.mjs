import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { helpOrGoOn, prepareOrExit, ROOT } from './prepare.mjs';

/** `npm start`: prepares what is stale, then serves in this same process, so that signals reach the server. */
helpOrGoOn('Usage : npm start\nSert l’assistant ; ses réglages sont dans .env, d’après .env.example.');
await prepareOrExit();
if (existsSync('.env')) process.loadEnvFile('.env');
await import(pathToFileURL(join(ROOT, 'dist', 'src', 'index.js')).href);
