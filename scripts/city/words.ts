import type { Chain } from '@/domain/chain/chain'

/** Parts of invented names. No firm is meant; two characters are drawn together by chance. */
export const brandFirst = [
  ...'曜澜霁岫昱煜珩瑾沣澄渊翊彧晟昶铄钧锐骁骐骞朔栎桉榆樾禾穗黛靖竑崇巍嵘峤岚霆霄云星辰玄元若知允执中景明朗清越',
]
export const brandSecond = [
  ...'芯衡岳川洲澎湃屿汀泽源翎翰翼帆航宸宇极维格致拓拔熠炜烨弦音律章图册简策谷原野陌阡林森枫柏松杉梓棠桥津渡桓恒久长',
]

/** What a company of a chain calls its trade. */
export const trades: Record<Chain, readonly string[]> = {
  photonics: ['光子', '光电', '激光', '光学', '光通信'],
  'heavy-trucks': ['重卡部件', '商用车', '传动', '车桥', '车身'],
  semiconductors: ['半导体', '微电子', '集成电路', '芯片', '电子材料'],
  biomedicine: ['生物', '医药', '医疗器械', '基因', '诊断'],
  'rail-transit': ['轨道交通', '轨道装备', '信号', '牵引', '道岔'],
  aviation: ['航空', '航空部件', '航空材料', '机载', '航空精密'],
  titanium: ['钛业', '钛合金', '新材料', '金属材料', '特种材料'],
  'new-energy-vehicles': ['新能源汽车', '电驱', '动力电池', '车联', '热管理'],
  dairy: ['乳业', '乳品', '生物乳品', '牧业', '营养'],
  aerospace: ['航天', '卫星', '航天动力', '测控', '空间'],
  'power-transmission': ['输变电', '电力装备', '电气', '开关', '电缆'],
  photovoltaics: ['光伏', '太阳能', '新能源', '硅材料', '逆变'],
  drones: ['无人机', '无人系统', '飞控', '航测', '低空'],
  hydrogen: ['氢能', '氢动力', '燃料电池', '制氢', '储氢'],
  'additive-manufacturing': ['增材制造', '增材', '三维打印', '激光成形', '粉末'],
  'smart-terminals': ['智能终端', '终端', '显示', '通信', '智联'],
  'internet-of-things': ['物联网', '物联', '云联', '数字', '信息'],
  sensors: ['传感', '传感器', '测量', '仪器', '测控仪表'],
  'ceramic-composites': ['复合材料', '陶瓷材料', '陶基', '碳陶', '高温材料'],
}

export const legalForms = [
  '科技有限公司',
  '科技有限公司',
  '科技有限公司',
  '技术有限公司',
  '有限公司',
  '有限公司',
  '智能科技有限公司',
  '科技股份有限公司',
  '股份有限公司',
] as const

export const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
export const givenNames = [
  ...'岚磊敏静洋勇艳杰娟涛超霞平刚桂芳浩宇辰欣怡博文雅琪俊毅佳宁晨曦振华建国淑珍海燕志强晓东思远明轩子涵雪梅立新永康慧玲春生玉洁',
]

/** What an applicant says its money is for, by kind of use. */
export const useWords = {
  'working-capital': [
    '回款集中在年末，中间三个月要垫付工资和税款。',
    '订单交付周期拉长，需要流动资金周转。',
  ],
  materials: ['新签订单要备料，主要是晶圆和封装材料。', '为四季度量产备原材料，供应商要求现款。'],
  research: ['新一代样机进入工程验证，要支付试验和检测费用。', '两项在研课题的设备和人员投入。'],
  equipment: ['购置两台加工中心，替换使用八年的旧设备。', '新增一条检测线，设备已询价。'],
  expansion: ['产线扩建，厂房已租定，明年二季度投产。', '产能从每月两千套提到五千套。'],
  premises: ['购置研发办公用房，首付已备好。', '装修新厂区，含洁净车间。'],
  market: ['进入华东市场，设销售和售后网点。', '参加行业展会并铺设渠道。'],
  refinancing: ['原有贷款下月到期，换成期限更长的。', '置换利率较高的旧借款。'],
} as const

export const contactNotes = [
  '到企业看了生产线，见了财务负责人。',
  '电话里核对了订单和回款账期。',
  '线上会议，讲了所需材料清单。',
  '走访厂区，设备运转正常。',
  '见了法定代表人，谈了用款计划。',
  '上门收取了近三年报表。',
] as const

export const endWords = [
  '已定另一家，谢谢。',
  '我们暂时不需要这笔资金了。',
  '费用高于预期。',
  '时间赶不上用款。',
] as const

export const declineWords = [
  '目前行业投放额度已满。',
  '建议补齐近两年审计报告后再提。',
  '资产负债率高于我行准入线。',
  '抵押物评估值不足。',
  '金额低于本产品起点。',
] as const

export const disputeWords = [
  '到账金额与合同不符，少了一笔。',
  '这笔不是我司的贷款。',
  '放款日写错了，应晚五天。',
] as const
export const voidWords = [
  '录入重复，作废。',
  '合同未生效，撤回。',
  '金额单位录错，另行录入。',
] as const
export const verifyWords = [
  '已核对借款合同和放款回单。',
  '与银行月报核对一致。',
  '现场抽查，凭证齐全。',
] as const
