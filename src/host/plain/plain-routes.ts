import type { Addresses } from '../../../dialogs/addresses';
import type { Service } from '../../../dialogs/service';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Route } from '../http/route';
import { createAccessibilityRoute } from './text-pages';
import { createLegalRoutes } from './text-pages';
import type { ShowPage } from './plain-page';
import { createProjectRoutes } from './project-routes';
import { createQuestionRoutes } from './question-routes';

/** The pages that need no JavaScript. `addresses` are without a host: the pages are on the same one. */
export function createPlainRoutes(parts: {
  readonly show: ShowPage;
  readonly knowledge: KnowledgeBase;
  readonly addresses: Addresses;
  /** Without a final slash; undefined where it is not known. */
  readonly publicUrl: string | undefined;
  /** How to reach whoever publishes the assistant: an e-mail address or an https one. */
  readonly contact?: string | undefined;
  /** Who runs the assistant, for whoever asks. */
  readonly service?: Service;
}): Route[] {
  return [
    ...createQuestionRoutes(parts),
    ...createProjectRoutes(parts),
    createAccessibilityRoute(parts.show, parts.contact),
    ...createLegalRoutes(parts.show, parts.contact),
  ];
}
