import type { Operator } from '../../dialogs/operator';
import type { Settings } from './settings';

/** What the settings say of who runs the assistant. `kept`: for how long what is said is; null where nothing is. */
export function operatorOf(
  { operatorName, contactAddress }: Pick<Settings, 'operatorName' | 'contactAddress'>,
  kept: Operator['kept'],
): Operator {
  return { name: operatorName ?? null, contact: contactAddress ?? null, kept };
}
