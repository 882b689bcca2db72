import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Drafts } from './drafts/drafts';
import type { GoldenQuestions } from './drafts/golden-questions';
import type { ShowDeskPage } from './pages/desk-page';
import type { Audit } from './people/audit';

/** What the pages of the desk are made of, all of them. */
export interface DeskTools {
  readonly drafts: Drafts;
  readonly golden: GoldenQuestions;
  readonly audit: Audit;
  readonly show: ShowDeskPage;
  /** The base that answers people at this moment. */
  readonly knowledge: () => KnowledgeBase;
  readonly dataDir: string;
}
