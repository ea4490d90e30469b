/** Closed vocabularies in their canonical order, each with the official Chinese term. */
import type {components} from './generated.ts';

type Schemas = components['schemas'];
type Terms<K extends string> = Readonly<Record<K, string>>;

/** Four levels of the catalogue (R2.2). */
export const LEVELS: Terms<Schemas['Level']> = {
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡级',
};

/** Disclosure attribute (R2.1, R3.3). */
export const DISCLOSURES: Terms<Schemas['Disclosure']> = {
  proactive: '主动公开',
  partial: '部分公开',
  on_request: '依申请公开',
  withheld: '不予公开',
};

/** 五公开 (R3.1). */
export const FIVE_STAGES: Terms<Schemas['FiveStage']> = {
  decision: '决策公开',
  execution: '执行公开',
  management: '管理公开',
  service: '服务公开',
  result: '结果公开',
};

/** An item against its own time limit. */
export const FRESHNESS: Terms<Schemas['FreshnessStatus']> = {
  on_time: '没有逾期',
  due_soon: '临近到期',
  late: '逾期未更新',
  exempt: '不计时限',
  not_applicable: '不核对更新时限',
};

/** 公开对象. */
export const AUDIENCES: Terms<'all' | 'specific'> = {
  all: '全社会',
  specific: '特定群体',
};

/** 公开渠道和载体, in the order of the standard catalogue's tick list. */
export const CHANNELS: Terms<Schemas['Channel']> = {
  website: '政府网站',
  gazette: '政府公报',
  weibo_wechat_app: '两微一端',
  press_or_hearing: '发布会、听证会',
  broadcast: '广播电视',
  print: '纸质媒体',
  reading_point: '公开查阅点',
  service_center: '政务服务中心',
  convenience_station: '便民服务站',
  household_onsite: '入户、现场',
  notice_board: '社区、企事业单位、村公示栏（电子屏）',
  targeted_push: '精准推送',
  hotline_12345: '12345 政务服务热线',
  other: '其他',
};

/** 26 pilot domains (国办发〔2019〕54号) and `other`. */
export const DOMAINS: Terms<Schemas['Domain']> = {
  major_projects: '重大建设项目',
  public_resource_trading: '公共资源交易',
  budget: '财政预决算',
  work_safety: '安全生产',
  taxation: '税收管理',
  land_expropriation: '征地补偿',
  housing_expropriation: '国有土地上房屋征收与补偿',
  affordable_housing: '保障性住房',
  rural_dilapidated_housing: '农村危房改造',
  ecology: '生态环境',
  compulsory_education: '义务教育',
  household_registration: '户籍管理',
  social_assistance: '社会救助',
  elderly_care: '养老服务',
  legal_services: '公共法律服务',
  poverty_alleviation: '扶贫',
  disaster_relief: '救灾',
  employment: '就业',
  social_insurance: '社会保险',
  land_planning: '国土空间规划',
  agricultural_subsidies: '涉农补贴',
  public_culture: '公共文化服务',
  health: '卫生健康',
  food_drug: '食品药品监管',
  urban_law_enforcement: '城市综合执法',
  municipal_services: '市政服务',
  other: '其他',
};

/** What an interpretation says, in the order of R4.7. */
export const FACET_KINDS: Terms<Schemas['FacetKind']> = {
  background: '背景依据',
  objectives: '目标任务',
  content: '主要内容',
  scope: '涉及范围',
  standards: '执行标准',
  cautions: '注意事项',
  terms: '关键词诠释',
  benefits: '惠民利民举措',
  comparison: '新旧政策差异',
  other: '其他',
};

/** How an interpretation speaks (R4.8). */
export const INTERPRETATION_FORMS: Terms<Schemas['InterpretationForm']> = {
  text: '文字',
  infographic: '图解',
  audio: '音频',
  video: '视频',
  press_conference: '新闻发布会',
  interview: '访谈',
  article: '撰文',
  qa: '问答',
};

/** When an interpretation is given (R4.6). */
export const INTERPRETATION_PHASES: Terms<Schemas['InterpretationPhase']> = {
  before: '出台前',
  publication: '发布时',
  execution: '执行中',
};
