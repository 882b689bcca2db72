import { escapeHtml } from '../../../dialogs/exports/html-document';
import type { Locale } from '../../core/language/locale';
import { typeset } from '../../messages/messages-for';

/** A sentence as HTML, with the spaces of its language. */
export function said(text: string, locale: Locale): string {
  return escapeHtml(typeset(text, locale));
}

/** The attribute of what is written in French only, in a page of this language: a screen reader must hear it. */
export function inFrench(locale: Locale): string {
  return locale === 'fr' ? '' : ' lang="fr"';
}
