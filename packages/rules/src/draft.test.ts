import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isDraft} from './draft.ts';

test('R3.9 a text is a draft by its title’s end or by what kind of document it is', () => {
  for (const title of [
    '示例市公共停车场管理办法（草案）',
    '示例市公共停车场管理办法(征求意见稿)',
    '《示例市养犬管理规定（草案）》',
    '示例市城市更新规划（2026—2030年）草案',
    '示例市电梯安全条例（修订草案）',
    '示例市公共停车场管理办法（第二次征求意见稿）',
  ])
    assert.ok(isDraft({title, genre: '通知'}), title);
  assert.ok(isDraft({title: '示例市公交线路优化方案（2026年）', genre: '征求意见稿'}));
  for (const title of ['关于公布行政法规草案目录的通知', '示例市公共停车场管理办法', '草案审查工作规则', ''])
    assert.ok(!isDraft({title, genre: '通知'}), title);
});
