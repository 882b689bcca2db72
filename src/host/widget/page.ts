import { type Locale, LOCALES } from '../../core/language/locale';
import type { Answer, Call } from '../http/route';
import { htmlAnswer } from './asset';
import { contentSecurityPolicy, newNonce, PERMISSIONS, type ScreenAddresses, screenHtml } from './screen';

/** The assistant's own page, in the language of `?lang=` or else of the browser. */
export function answerPage({ query, headers }: Call, addresses: ScreenAddresses): Answer {
  const nonce = newNonce();
  const locale = LOCALES.find((known) => known === query.get('lang')) ?? preferred(headers['accept-language'] ?? '');
  const storage = locale === 'fr' ? 'assistant-conversation' : `assistant-conversation-${locale}`;
  const html = screenHtml({ locale, nonce, data: { storage, theme: 'auto' }, isFramed: false }, addresses);
  return htmlAnswer(html, headers['accept-encoding'] ?? '', {
    'Content-Security-Policy': contentSecurityPolicy(nonce, ["'none'"]),
    'Permissions-Policy': PERMISSIONS,
    'Cross-Origin-Opener-Policy': 'same-origin',
    Vary: 'Accept-Language',
  });
}

/** The language of ours that an Accept-Language header likes best; French when it likes none. */
function preferred(header: string): Locale {
  const liked = header
    .split(',')
    .map((item) => /^\s*(fr|en)\b[^;]*(?:;\s*q=([\d.]+))?/iu.exec(item))
    .map((found) => ({ locale: found?.[1]?.toLowerCase(), weight: Number(found?.[2] ?? 1) }))
    .filter(({ locale, weight }) => locale !== undefined && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return LOCALES.find((known) => known === liked[0]?.locale) ?? 'fr';
}
