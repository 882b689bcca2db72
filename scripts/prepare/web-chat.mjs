import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { isIntact, verifyIntact, withTarball } from './tarball.mjs';

/**
 * Web Chat's smaller bundle, taken from its tarball: as a dependency it would bring 400 packages and 482 MB. It has no Adaptive Cards
 * and no Markdown, which the page brings itself. `integrity` is that of dist/webchat-minimal.js in this version, `kept` that of what
 * is left of it without the languages that we do not speak; to change the version, change all three.
 */
const WEB_CHAT = {
  version: '4.18.1',
  integrity: 'sha384-B+EROxozLv5yht/aeq2/nueeoE5Ej8bl0IQ4aSAiANFA1w/LD7/tO6OFgmJsi1wO',
  kept: 'sha384-hOTKEXPAsZojAmOaXqQtZhbR2gM6kfOjw2+OFBSRMLNrJO4nrKsgjnNvsS1GPjxE',
};

/** `.cache/webchat-minimal-4.18.1.js`, packed beside it (.br), and the licences that it has to be handed out with. */
export const webChat = {
  title: `Téléchargement de Web Chat ${WEB_CHAT.version}`,
  isFresh: (root) => {
    const path = bundlePath(root, WEB_CHAT);
    return isIntact(path, WEB_CHAT.kept) && isPackOf(path);
  },
  make,
};

/** Fetches, verifies, cuts, packs, then puts in place: the bundle is whole and genuine, or is not there. `download(root, spec, folder)` leaves a tarball. */
function make(root, wanted = WEB_CHAT, download = undefined) {
  const { version, integrity, kept } = wanted;
  const spec = `botframework-webchat@${version}`;
  return withTarball(
    root,
    spec,
    async (tarball, folder) => {
      const bundle = join(folder, BUNDLE);
      await unpack(tarball, folder);
      verifyIntact(bundle, integrity, `le fichier ${BUNDLE} de ${spec}`);
      writeFileSync(bundle, withoutOtherLanguages(readFileSync(bundle, 'utf8')));
      verifyIntact(bundle, kept, `ce qui reste de ${BUNDLE} sans les langues inutiles`);
      writeFileSync(`${bundle}.br`, pack(readFileSync(bundle)));
      for (const beside of ['.LICENSE.txt', '.br', ''])
        renameSync(`${bundle}${beside}`, `${bundlePath(root, wanted)}${beside}`);
    },
    download,
  );
}

const BUNDLE = 'package/dist/webchat-minimal.js';

function bundlePath(root, { version }) {
  return join(root, '.cache', `webchat-minimal-${version}.js`);
}

async function unpack(tarball, folder) {
  const { extract } = await import('tar'); // there since the dependencies are
  await extract({ file: tarball, cwd: folder, filter: (path) => path.startsWith(BUNDLE) });
}

/** Each language is one object of texts, which begins with a remark on who may change it. Half a megabyte of them is never shown. */
const LANGUAGE =
  /=\{(?:_comment|"_\.comment"):("(?:[^"\\]|\\.)*")(?:,(?:[A-Z_]+|"[^"]+"):(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`))*\}/gu;
const OURS = ['"[CI-LOCKED] The content', '"[CI-LOCKED] Le contenu'];

function withoutOtherLanguages(source) {
  return source.replace(LANGUAGE, (texts, remark) => (OURS.some((start) => remark.startsWith(start)) ? texts : '={}'));
}

/** As small as it gets, which takes seconds: once at installation rather than at each start. */
function pack(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

function isPackOf(path) {
  if (!existsSync(`${path}.br`)) return false;
  try {
    return brotliDecompressSync(readFileSync(`${path}.br`)).equals(readFileSync(path));
  } catch {
    return false; // torn
  }
}
