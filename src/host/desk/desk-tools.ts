import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Store } from '../storage/store';
import type { Drafts } from './drafts/drafts';
import type { GoldenQuestions } from './drafts/golden-questions';
import type { Publications } from './drafts/publications';
import type { TryOut } from './drafts/trials';
import type { InboxGroups } from './inbox/inbox-groups';
import type { ShowDeskPage } from './pages/desk-page';
import type { Audit } from './people/audit';

/** What the pages of the desk are made of, all of them. */
export interface DeskTools {
  readonly store: Store;
  readonly now: () => Date;
  readonly groups: InboxGroups;
  readonly drafts: Drafts;
  readonly publications: Publications;
  readonly tryOut: TryOut;
  readonly golden: GoldenQuestions;
  readonly audit: Audit;
  readonly show: ShowDeskPage;
  /** The base that answers people at this moment. */
  readonly knowledge: () => KnowledgeBase;
  readonly dataDir: string;
  /** What somebody changed is published by somebody else. */
  readonly needsSecondPerson: boolean;
  /** Keeps what this process has counted so far, for whoever looks at it. */
  readonly keepUsage: (() => Promise<void>) | undefined;
}
