/** `zwgk purge`: removes personal data whose time is over, by the periods of the policy profile. */
import {addDays, chinaDate} from '@zwgk/rules';
import {POLICY_PROFILE} from '../config.ts';
import type {RetentionLimits} from '../store/applications/retention.ts';
import {openStore} from './open-store.ts';
import type {Output} from './output.ts';

const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<string, number>> = {day: 1, month: 31, year: 366};

/** A period of the profile in days; never shorter than it says. */
const daysOf = (name: string): number => {
  const {value, unit} = POLICY_PROFILE.periods[name]!;
  return value * DAYS[unit]!;
};

export function retentionLimits(now: number): RetentionLimits {
  const today = chinaDate(now);
  return {
    endedBefore: addDays(today, -daysOf('applicationRetention')),
    keysBefore: new Date(now - daysOf('idempotencyKey') * DAY_MS).toISOString(),
    now,
  };
}

export async function purgeCommand(db: string | undefined, dryRun: boolean, out: Output, now = Date.now()): Promise<number> {
  const limits = retentionLimits(now);
  const store = await openStore(db);
  try {
    const {applications, keys, files, left} = await store.applications.purge(limits, dryRun);
    const {source} = POLICY_PROFILE.periods['applicationRetention']!;
    out.line(
      `${dryRun ? '将要删除' : '已删除'}：${limits.endedBefore} 以前办结的申请 ${applications} 件的申请人信息，附件 ${files.length} 个（${source}）。`,
    );
    out.line(`${dryRun ? '将要清理' : '已清理'}：提交凭据 ${keys} 条${dryRun ? '' : `，无主文件 ${left} 个`}。统计数字保留。`);
    const comments = await store.consultations.purge(
      {...limits, reportedBefore: new Date(now - daysOf('commentRetention') * DAY_MS).toISOString()},
      dryRun,
    );
    out.line(
      `${dryRun ? '将要删除' : '已删除'}：意见征集的署名和联系方式 ${comments.authors} 份，附件 ${comments.files.length} 个，提交凭据 ${comments.keys} 条。意见和采纳情况保留。`,
    );
    const meetings = await store.meetings.purge(
      {...limits, endedBefore: new Date(now - daysOf('signUpRetention') * DAY_MS).toISOString()},
      dryRun,
    );
    out.line(`${dryRun ? '将要删除' : '已删除'}：会议报名信息 ${meetings.people} 份，提交凭据 ${meetings.keys} 条。人数保留。`);
    return 0;
  } finally {
    await store.close();
  }
}
