import { join } from 'node:path';
import type { Addresses } from '../../../dialogs/addresses';
import type { Service } from '../../../dialogs/service';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Route } from '../http/route';
import { readAsset } from '../widget/asset';
import { createAccessibilityRoute } from './accessibility-page';
import { createLegalRoutes } from './legal-routes';
import { createProjectRoutes } from './project-routes';
import { createQuestionRoutes } from './question-routes';

/** The pages that need no JavaScript, and their style sheet. `addresses` are without a host: the pages are on the same one. */
export async function createPlainRoutes(parts: {
  readonly knowledge: KnowledgeBase;
  readonly addresses: Addresses;
  /** Without a final slash; undefined where it is not known. */
  readonly publicUrl: string | undefined;
  /** How to reach whoever publishes the assistant: an e-mail address or an https one. */
  readonly contact?: string | undefined;
  /** Who runs the assistant, for whoever asks. */
  readonly service?: Service;
}): Promise<Route[]> {
  const sheet = await readAsset(join(__dirname, 'assets', 'plain.css'), 'text/css; charset=utf-8');
  const style = `/plain.css?v=${sheet.version}`;
  return [
    { method: 'GET', path: '/plain.css', answer: sheet.answer },
    ...createQuestionRoutes({ ...parts, style }),
    ...createProjectRoutes({ ...parts, style }),
    createAccessibilityRoute(style, parts.contact),
    ...createLegalRoutes(style, parts.contact),
  ];
}
