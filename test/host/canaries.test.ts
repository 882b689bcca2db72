import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startAssistantProcess, type AssistantProcess } from './assistant-process';
import { directLineClient, type StartedConversation } from './direct-line-client';
import { temporaryFolder } from './temporary-folder';

/** Starting the assistant three times. */
jest.setTimeout(180_000);

const varDir = join(temporaryFolder(), 'var');

/** What says who somebody is, in eight ways, each of which stands nowhere else. */
const CANARIES = {
  'an e-mail address': 'zoe.canari@exemple-secret.fr',
  'a telephone number': '06 98 76 54 31',
  'a social security number': '2 84 05 75 116 001 16',
  'a bank account': 'FR76 3000 6000 0112 3456 7890 189',
  'a name that is announced': 'Zénobie Quatrepoint',
  'the name that the token gives': 'Canari Dujeton',
  'the id that the token gives': 'dl_canari-4711',
  'an address of the network': '203.0.113.77',
};
const { 'an e-mail address': mail, 'a telephone number': phone, 'a social security number': number } = CANARIES;
const { 'a bank account': account, 'a name that is announced': name } = CANARIES;

/** Everything under this folder, names and contents. */
function contentsOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) => `${join(entry.parentPath, entry.name)}\n${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`,
    )
    .join('\n');
}

function start(): Promise<AssistantProcess> {
  return startAssistantProcess({
    VAR_DIR: varDir,
    LOG_LEVEL: 'debug',
    METRICS_LISTEN: '127.0.0.1:0',
    TRUST_PROXY: '127.0.0.1',
  });
}

/** What is said, so that it goes wherever something can go: unanswered, guides, ratings, subscriptions, requests that are refused. */
async function tellAll(url: string): Promise<StartedConversation> {
  const client = directLineClient(url);
  const { token } = await client.generate({
    user: { id: CANARIES['the id that the token gives'], name: CANARIES['the name that the token gives'] },
  });
  const conversation = await client.start(token);
  const said = [
    `zglorf ${mail} krabouillat ?`,
    `je suis ${name}, mon numéro est le ${phone}, zglorf krabouillat ?`,
    `brimborion ${number} tartempion ${account} ?`,
    'donner mon avis',
    `Je suis ${name} : ${mail}, ${phone}, ${number}, ${account}`,
    'annuler',
    'signaler une erreur',
    `Je m’appelle ${name}, joignable au ${phone} ou ${mail}`,
    'mentor',
    'préviens-moi si mentor change',
    'oui',
  ];
  for (const text of said) await client.say(conversation, text);
  const activities = `${url}/v3/directline/conversations/${conversation.conversationId}/activities`;
  const headers = { Authorization: `Bearer ${token}`, 'X-Forwarded-For': CANARIES['an address of the network'] };
  // Refused, which must not be told with what was refused.
  await fetch(activities, { method: 'POST', headers, body: mail });
  const json = { ...headers, 'Content-Type': 'application/json' };
  await fetch(activities, { method: 'POST', headers: json, body: JSON.stringify({ type: 'message', text: { mail } }) });
  await fetch(activities, { method: 'POST', headers: json, body: `{"type":"message","text":"${mail}` });
  await fetch(`${url}/question?q=${encodeURIComponent(`zglorf ${mail} ${phone} ?`)}`, { headers });
  await fetch(`${url}/${encodeURIComponent(mail)}`, { headers });
  return conversation;
}

describe('what says who somebody is', () => {
  let assistant: AssistantProcess;
  let conversation: StartedConversation;
  let metrics: string;
  let kept: string;
  let forgotten: number;
  let everything: string;

  beforeAll(async () => {
    assistant = await start();
    conversation = await tellAll(assistant.url);
    const port = /"port":(\d+),"msg":"metrics are served"/u.exec(assistant.written())?.[1] ?? '';
    metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    await assistant.stop();
    kept = contentsOf(varDir);
    const again = await start();
    const path = `/conversations/${conversation.conversationId}/forget`;
    forgotten = (await directLineClient(again.url).fetch('POST', path, conversation.token)).status;
    await again.stop();
    // What was erased may stand in a file until the next start.
    await (await start()).stop();
    everything = contentsOf(varDir);
  });

  it('was kept with what was said, and the inbox holds what was left for the team', () => {
    expect(forgotten).toBe(200);
    expect(kept).toContain(mail);
    expect(everything).toMatch(/krabouillat.*\[e-mail\]|\[e-mail\].*krabouillat/u);
    expect(everything).toContain('[téléphone]');
    expect(metrics).toContain('assistant_inbox_total{kind="unanswered"}');
  });

  it.each(Object.entries(CANARIES))('stands in no log and in no metrics: %s', (_kind, canary) => {
    expect(assistant.written()).toContain('"msg":"request"');
    expect(assistant.written()).not.toContain(canary);
    expect(metrics).not.toContain(canary);
  });

  it.each(Object.entries(CANARIES))(
    'stands nowhere on the disk once it is forgotten, the inbox included: %s',
    (_kind, canary) => {
      expect(everything).not.toContain(canary);
    },
  );
});
