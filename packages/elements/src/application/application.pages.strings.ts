import {retrySeconds, type ApiError} from '@zwgk/client';
import type {ApplicationGuide, Milestone} from '@zwgk/contract';
import {bytes, zhHans as files} from '../foundation/file.strings.ts';
import type {StringTable} from '../foundation/strings.ts';
import type {Filled, ProblemCode} from './application.logic.ts';

const labels: Readonly<Record<string, string>> = {
  'applicant.type': '申请人类型',
  'applicant.name': '姓名',
  'applicant.employer': '工作单位',
  'applicant.idType': '证件种类',
  'applicant.idNumber': '证件号码',
  'applicant.idProofs': '身份证明',
  'org.name': '单位名称',
  'org.uscc': '统一社会信用代码',
  'org.category': '单位类别',
  'org.legalRep': '法定代表人或者负责人',
  'org.contactName': '联系人姓名',
  agent: '我替别人申请',
  'agent.name': '代理人姓名',
  'agent.proofs': '委托书和代理人证件',
  accessibilityNeeds: '需要的帮助',
  'request.title': '信息的名称',
  'request.docNumber': '文号',
  'request.description': '描述一下',
  'correction.statement': '哪里不对，应该是什么',
  'correction.evidence': '证据',
  attachments: '补充材料',
  suggestProactive: '建议机关把它向所有人公开',
  'request.delivery': '获取方式',
  'request.medium': '载体形式',
  'request.acceptOtherForm': '按这种方式给不了的话，同意换别的方式',
  'contact.mobile': '手机',
  'contact.phone': '固定电话',
  'contact.email': '电子邮箱',
  'contact.fax': '传真',
  'contact.address': '通信地址',
  'contact.postcode': '邮政编码',
};

const hints: Readonly<Record<string, string>> = {
  'applicant.name': '和证件上一样。',
  'applicant.idNumber': '只用来证明您是谁，不公开，也不会留在这台设备上。',
  'org.uscc': '营业执照上的 18 位代码。',
  agent: '要附上委托书。',
  accessibilityNeeds: '阅读有困难，或者看不清、听不见的，写在这里，工作人员会帮您。',
  'request.title': '例如：某某路改造工程可行性研究报告的批复',
  'request.docNumber': '文件标题下面的编号，例如：苏示办发〔2026〕18号',
  'request.description': '时间、地点、事情。不要写身份证号和电话。',
  'correction.statement': '写清楚记录在哪里、错在哪里。',
  'contact.mobile': '11 位号码。工作人员打来和您确认收到的那天，开始算期限。',
  'contact.phone': '带区号，例如：000-00000000',
  'contact.fax': '带区号，例如：000-00000000',
};

function hintOf(name: string, {values}: Filled, {maxUploadBytes}: ApplicationGuide): string {
  const files = (what: string, count: number): string =>
    `${what}可以交 JPG、PNG、PDF、DOCX，每个不超过 ${bytes(maxUploadBytes)}，最多 ${count} 个。`;
  switch (name) {
    case 'applicant.idProofs':
      return files(values['applicant.type'] === 'organization' ? '营业执照或者登记证书的照片。' : '证件正反面的照片。', 4);
    case 'agent.proofs':
    case 'correction.evidence':
      return files('', 4);
    case 'attachments':
      return files('能帮工作人员找到信息的，例如位置图。', 5);
    default:
      return hints[name] ?? '';
  }
}

const PROBLEMS: Readonly<Record<ProblemCode, (label: string) => string>> = {
  required: (label) => `请填写“${label}”`,
  'one-of-three': () => '名称、文号、描述，请至少写一样',
  'no-channel': () => '请至少留一种联系方式',
  'medium-does-not-fit': () => '这种方式给不了这种形式，请换一种',
  'wrong-characters': (label) => `“${label}”里有不该有的字，请对照着改`,
  'too-short': (label) => `“${label}”少了几位，请对照着补上`,
  'too-long': (label) => `“${label}”太长了，请减几个字`,
  'wrong-check-digit': (label) => `“${label}”有一位不对，或者两位写反了，请对照证件`,
  'impossible-date': (label) => `“${label}”里的出生日期不对，请对照证件`,
  'unknown-region': (label) => `“${label}”的前两位不对，请对照证件`,
  'unknown-kind': (label) => `“${label}”像是另一种号码，请换一种，或者填到对应的地方`,
  obsolete: () => '15 位的身份证号码已经停用，请填 18 位的',
  'no-area-code': (label) => `“${label}”请加上区号`,
  'no-at-sign': (label) => `“${label}”里少了 @`,
  'no-domain': (label) => `“${label}”里 @ 的后面不对`,
  'no-choice': (label) => `请选择“${label}”`,
  'no-file': (label) => `请上传“${label}”`,
  uploading: (label) => `“${label}”还在上传，请等一等`,
  refused: (label) => `“${label}”没有通过检查，请看一看`,
};

function next(what: Milestone['what'], date: string, estimated: boolean): string {
  const on = estimated ? `${date}（预计）` : date;
  const words: Readonly<Record<Milestone['what'], string>> = {
    correction_notice: `写得不清楚的，最晚 ${on} 请您补充一次。`,
    answer: `最晚 ${on} 答复您。要延长的，会提前告诉您。`,
    correction: `请在 ${on} 前补充。`,
    third_party: `第三方最晚 ${on} 答复意见。`,
    co_agency: `其他机关最晚 ${on} 答复意见。`,
    fee: `请在 ${on} 前缴费。`,
  };
  return words[what];
}

function unsentWhy(error: ApiError): string {
  const again = '内容都还在。再提交一次不会重复。';
  switch (error.problem?.code) {
    case 'guide-outdated':
      return `申请说明刚刚更新过。${again}`;
    case 'form-closed':
      return '这个机关现在不能在网上收申请。可以打印出来寄去或者送去。';
    case 'upload-expired':
      return '有的文件放得太久，已经清除。请回到那一步再传一次，其他内容都还在。';
    case 'too-many-requests':
      return `现在提交的人太多，请过 ${Math.ceil((retrySeconds(error) ?? 60) / 60)} 分钟再提交。内容都还在。`;
    case 'storage-full':
      return `服务器暂时存不下。请过一会儿再提交。${again}`;
    case 'idempotency-mismatch':
      return `先要查一查上一次是不是已经收到。${again}`;
    default:
  }
  switch (error.code) {
    case 'offline':
      return `您的设备现在没有联网。联网以后请再提交。${again}`;
    case 'intercepted':
    case 'contract-mismatch':
      return `有别的网页挡在中间，例如无线网的登录页。请登录或者换一个网络再试。${again}`;
    case 'rejected':
      return '服务器没有接受，请按提示改一改。内容都还在。';
    default:
      return `没有收到回执，按没有提交处理。${again}`;
  }
}

export const zhHans = {
  ...files,
  labels,
  hints,
  hintOf,
  types: {natural_person: '公民', organization: '法人或者其他组织'} as Readonly<Record<string, string>>,
  idTypes: {
    resident_id: '居民身份证',
    residence_permit: '港澳台居民居住证',
    hk_macao_permit: '港澳居民来往内地通行证',
    taiwan_permit: '台湾居民来往大陆通行证',
    passport: '护照',
    foreign_residence: '外国人永久居留身份证',
    officer: '军官证',
    other: '其他证件',
  } as Readonly<Record<string, string>>,
  categories: {
    commercial: '商业企业',
    research: '科研机构',
    public_interest: '社会公益组织',
    legal_service: '法律服务机构',
    other: '其他',
  } as Readonly<Record<string, string>>,
  deliveries: {
    post: '邮寄',
    email: '电子邮件',
    fax: '传真',
    pickup: '自己去取',
    online: '网上获取',
    inspect: '现场查阅、抄录',
  } as Readonly<Record<string, string>>,
  media: {paper: '纸质', electronic: '电子文件'} as Readonly<Record<string, string>>,
  choiceHints: {natural_person: '为自己申请的个人', organization: '公司、机构、社会组织'} as Readonly<Record<string, string>>,
  choose: '请选择',
  optional: '（可以不填）',
  yes: '是',
  comma: '、',
  next: '下一步',
  back: '上一步',
  change: '修改',
  newTab: '（打开新标签页）',
  count: (length: number, limit: number) => `已写 ${length} 字，最多 ${limit} 字`,
  problems: (count: number) => `还有 ${count} 处要改`,
  problem: (label: string, code: ProblemCode) => PROBLEMS[code](label),
  restored: '上次存在这台设备上的草稿已经放回来了。姓名、证件和联系方式没有存过，请再填一次。',
  wiped: '为了安全，姓名、证件、联系方式和选好的文件已经清除，请重新填写。其他内容都还在。',
  idleSoon: '您有一会儿没有操作了。再过一会儿就会清除个人信息，按任意键可以接着填。',
  whoIntro: '按规定，申请要写明姓名或者名称、身份证明和联系方式。',
  whoIntroPaper: '按规定，申请要写明姓名或者名称、身份证明和联系方式。填好以后打印，请把证件复印件一起寄去或者送去。',
  privacy: '您的信息怎么用、存多久',
  handler: '谁来处理',
  purpose: '做什么用',
  kinds: '处理哪些信息',
  retention: '存多久',
  retentionOf: (days: number) => (days % 365 === 0 ? `${days / 365} 年` : `${days} 天`),
  rights: '您的权利',
  privacyContact: '找谁',
  whatIntro: '名称、文号、描述，写一样就行，写得越具体，答得越快。一份申请只写一件事。不用说明用途。',
  whatIntroRecord: '写明是哪一份记录、错在哪里，并附上证据。名称、文号、描述，写一样就行。',
  found: '这些已经公开，也许就是您要的',
  foundIt: '就是它，不用申请了',
  foundSaid: (count: number) => `找到 ${count} 份已经公开的文件，也许就是您要的`,
  draft: (days: number) => `把草稿存在这台设备上，${days} 天后自动删除`,
  draftHelp: '姓名、证件和联系方式不会存。多人共用的设备请不要存。',
  draftRefused: '这台设备不让存草稿，填写不受影响。',
  tabRival: '这份草稿在另一个标签页里也改过，两边不一样。两边的内容都还在，请选一份。',
  tabFollowed: '这份草稿在另一个标签页里改过，这里已经跟着换成新的。',
  tabTheirs: '另一边写的是：',
  tabBefore: '这里原来写的是：',
  tabEmpty: '（空）',
  tabTake: '用另一边的',
  tabBack: '换回原来的',
  tabKeep: '用这里的',
  tabGone: '这份申请在另一个标签页里已经提交，或者草稿已经删除。这里的内容还在，但是没有存草稿。',
  howIntro: '机关尽量按您选的方式给。',
  howIntroRecord: '机关会把结果告诉您。',
  onlyMedium: (medium: string) => `这种方式给的是：${medium}`,
  reach: '怎样联系您',
  reachHelp: '至少留一种。',
  parts: {who: '您是谁', what: '要什么信息', how: '怎样给您', guide: '', check: ''} as Readonly<Record<string, string>>,
  truth: '请核对以上内容，没问题就提交。提交的内容要属实。',
  send: '提交申请',
  sending: '正在提交…',
  retrying: (at: number) => `网络不好，正在第 ${at} 次提交…`,
  resolving: '正在查上一次有没有收到…',
  unsent: '未提交，内容已保留',
  unsentWhy,
  sendAgain: '再提交一次',
  offline: '您的设备现在没有联网，内容都在。联网以后再提交。',
  online: '已经联网，可以提交了。',
  call: '有问题请打电话：',
  received: '申请已收到',
  receipt: '申请回执',
  earlier: '这是您上一次提交的申请的回执：它当时已经收到。后来改的内容没有提交。',
  number: '回执编号',
  code: '查询码',
  codeHelp: '只显示这一次，请记下来或者打印。和回执编号一起用，才能查进度。',
  submitted: '提交时间',
  to: '收件机关',
  handledBy: '办理机关',
  asked: '申请内容',
  print: '打印或者存成 PDF',
  copy: '复制编号和查询码',
  download: '下载回执',
  copied: '已复制。',
  copyFailed: '没有复制成功，请自己选中复制。',
  nextTitle: '接下来',
  confirm: '工作人员会和您确认收到。从双方确认的那天起算期限。',
  milestone: next,
  seeStatus: '查看进度',
  finish: '记好了，回到开头',
  finishKiosk: '记好了，清除并离开',
  resolved: '找到了，不用申请',
  askAfterAll: '不是它，还是要申请',
  letter: '申请书',
  letterTitle: '政府信息公开申请书',
  letterTitleRecord: '政府信息更正申请书',
  letterTo: (agency: string) => `${agency}：`,
  letterEnclosed: '附：身份证明复印件。',
  letterSign: '申请人（签名或者盖章）：',
  letterSend: '寄到或者送到：',
  printLetter: '打印申请书',
  paperIntro: '这个机关还不能在网上收申请。请打印这份申请书，签名以后连同证件复印件寄去或者送去。',
};
export type PageStrings = typeof zhHans;

export const pageStrings: StringTable<PageStrings> = {
  'zh-Hans': zhHans,
  'zh-Hant': () => import('./application.pages.strings.zh-hant.ts').then((m) => m.zhHant),
  en: () => import('./application.pages.strings.en.ts').then((m) => m.en),
};
