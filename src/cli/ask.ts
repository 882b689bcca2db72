import type { Readable } from 'node:stream';
import { LOCALES } from '../core/language/locale';
import { DataError, loadKnowledge } from '../host/knowledge-files';
import { BadSettings, operatorOf, parseAnswerSettings } from '../host/settings';
import { ASK } from '../messages/fr/ask';
import { answerConversations } from './ask/conversations';
import { answerLines, answerTurns, type Speaking } from './ask/speaking';
import { help, refuse } from './shell/refusal';

interface Options extends Omit<Speaking, 'knowledge' | 'operator'> {
  readonly turns: readonly string[];
  readonly jsonl: boolean;
}

/** Runs the command; resolves with its exit status: 0, or 2 for a wrong call, unreadable input or bad data. */
export async function ask(argv: readonly string[], input: Readable = process.stdin): Promise<number> {
  const options = parseOptions(argv);
  if (options === 'help') return help(ASK.usage);
  if (options === null) return refuse(ASK.usage);
  try {
    const settings = parseAnswerSettings(process.env);
    const knowledge = await loadKnowledge(settings.dataDir);
    const speaking = { ...options, knowledge, operator: operatorOf(settings, null) };
    if (options.jsonl) return await answerConversations(input, speaking);
    if (options.turns.length === 0) await answerLines(input, speaking);
    else answerTurns(options.turns, speaking);
    return 0;
  } catch (error) {
    if (!(error instanceof DataError || error instanceof BadSettings)) throw error;
    return refuse(error.message);
  }
}

/** Null for a call that makes no sense: an option that there is not, questions beside a file of them. */
function parseOptions(argv: readonly string[]): Options | 'help' | null {
  let options: Options = { turns: [], why: false, json: false, jsonl: false, locale: 'fr' };
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (argument === '--help') return 'help';
    else if (argument === '--why') options = { ...options, why: true };
    else if (argument === '--json') options = { ...options, json: true };
    else if (argument === '--jsonl') options = { ...options, jsonl: true };
    else if (argument === '--locale') {
      const wanted = argv[++i];
      const locale = LOCALES.find((known) => known === wanted);
      if (!locale) return null;
      options = { ...options, locale };
    } else if (argument.startsWith('--')) return null;
    else options = { ...options, turns: [...options.turns, argument] };
  }
  return options.jsonl && options.turns.length > 0 ? null : options;
}
