/** The policy profile that ships, as tests need it. */
import type {PolicyProfile} from '@zwgk/contract';
import profile from '@zwgk/contract/policy-profile.json' with {type: 'json'};
import {consultationPolicy} from '../policy.ts';

export const PROFILE = profile as PolicyProfile;
export const POLICY = consultationPolicy(PROFILE);

/** An instant in milliseconds, told by a clock in China: `2026-11-10 09:00`. */
export const china = (time: string): number => Date.parse(`${time.replace(' ', 'T')}:00+08:00`);
