import { readGroups, shapeOf, tiedFrom, type Group } from './digit-groups';
import { socialSecurityAt } from './social-security-numbers';
import { telephoneAt } from './telephone-numbers';

/** Masks telephone numbers, French and international, and social-security numbers; leaves amounts, years and SIRETs. */
export function maskPersonalNumbers(text: string): string {
  const groups = readGroups(text);
  let masked = '';
  let done = 0;
  for (let at = 0; at < groups.length;) {
    const company = companyLength(groups, at);
    const found = company > 0 ? null : (socialSecurityAt(text, groups, at) ?? telephoneAt(text, groups, at, done));
    if (found === null) {
      at += Math.max(company, 1);
      continue;
    }
    masked += text.slice(done, found.start) + found.mark;
    done = found.end;
    while ((groups[at]?.start ?? Infinity) < found.end) at += 1;
  }
  return masked + text.slice(done);
}

/** Number of groups that make a SIRET here, 0 for none: a body's number says nobody's name. */
function companyLength(groups: readonly Group[], at: number): number {
  const tied = tiedFrom(groups, at);
  if (/^(?!00)\d{14}$/.test(tied[0]?.digits ?? '')) return 1;
  if (shapeOf(tied.slice(0, 2)) === '9,5') return 2;
  return shapeOf(tied.slice(0, 4)) === '3,3,3,5' ? 4 : 0;
}
