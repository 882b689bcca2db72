import type { Service } from '../../dialogs/service';
import type { Settings } from './settings';

/** What the settings say of who runs the assistant. `kept`: for how long what is said is; null where nothing is. */
export function serviceOf(
  { operatorName, contactAddress }: Pick<Settings, 'operatorName' | 'contactAddress'>,
  kept: Service['kept'],
): Service {
  return { operator: operatorName ?? null, contact: contactAddress ?? null, kept };
}
