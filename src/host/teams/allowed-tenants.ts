import type { ConnectorActivity } from './connector-activity';

/** Whether the organisation that an activity comes from may speak with the assistant. */
export type IsAllowedTenant = (activity: ConnectorActivity) => boolean;

/**
 * `given` is what the settings say; without it, only `home`, the tenant of an app that has one, or else all of them. An
 * activity that names two tenants is of none. One that names none is refused where there is a list, but for the Azure
 * portal's test pane: it has no tenant, and stays open until somebody writes a list.
 */
export function createTenantCheck({
  given,
  home,
}: {
  readonly given: readonly string[] | undefined;
  readonly home: string | undefined;
}): IsAllowedTenant {
  const list = given ?? (home === undefined ? undefined : [home]);
  const allowed = list === undefined ? undefined : new Set(list.map((tenant) => tenant.toLowerCase()));
  return ({ activity, tenants: [tenant, other] }) => {
    if (other !== undefined) return false;
    if (allowed === undefined) return true;
    if (tenant === undefined) return activity.channelId === 'webchat' && given === undefined;
    return allowed.has(tenant);
  };
}
