import type { GuideName } from '../../src/core/knowledge/order-patterns';
import { findProject } from './find-project';
import type { Guide } from './guide';
import { compare, note } from './picked-projects';
import { opinion } from './opinion';
import { report } from './report';
import { savings } from './savings';

export const GUIDES: Readonly<Record<GuideName, Guide>> = {
  find: findProject,
  savings,
  compare,
  note,
  opinion,
  report,
};
