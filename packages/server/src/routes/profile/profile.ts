import {POLICY_PROFILE} from '../../config.ts';
import type {Api} from '../../http/api.ts';

export function profileRoutes(api: Api): void {
  api.on('getPolicyProfile', () => ({body: POLICY_PROFILE}));
}
