/** The people of the demonstration city who can sign in, for `npm start`, the browser tests and the pictures. */
export const demoPassword = 'kerong-demo-2024'

interface Persona {
  audience: 'company' | 'financier' | 'official'
  email: string
  person: string
  organisation: string
}

export const personas = {
  /** White-listed, one need in talks, one drawn and confirmed, one drawing to confirm, one draft. */
  company: {
    audience: 'company',
    email: 'linlan@yaoxin.example',
    person: '林岚',
    organisation: '西安曜芯光子科技有限公司',
  },
  /** Its colleague who may write, and the one who only reads. */
  companyEditor: {
    audience: 'company',
    email: 'chenyu@yaoxin.example',
    person: '陈屿',
    organisation: '西安曜芯光子科技有限公司',
  },
  companyViewer: {
    audience: 'company',
    email: 'heqing@yaoxin.example',
    person: '何清',
    organisation: '西安曜芯光子科技有限公司',
  },
  /** Applied yesterday; nothing filled in yet. */
  freshCompany: {
    audience: 'company',
    email: 'suhe@qinglan.example',
    person: '苏禾',
    organisation: '西安清岚传感科技有限公司',
  },
  /** A bank's branch with leads, introductions at every stage and products. */
  financier: {
    audience: 'financier',
    email: 'wanglei@weishui.example',
    person: '王磊',
    organisation: '渭水银行高新支行',
  },
  financierViewer: {
    audience: 'financier',
    email: 'sunyi@weishui.example',
    person: '孙仪',
    organisation: '渭水银行高新支行',
  },
  /** The other bank in talks with the company. */
  otherBank: {
    audience: 'financier',
    email: 'zhoumin@changgeng.example',
    person: '周敏',
    organisation: '长庚银行科技支行',
  },
  /** The whole city, every duty. */
  official: {
    audience: 'official',
    email: 'zhaohui@city.example',
    person: '赵晖',
    organisation: '西安市科技金融工作专班',
  },
  /** Yanta district and the high-tech zone only. */
  districtOfficial: {
    audience: 'official',
    email: 'gaoyuan@yanta.example',
    person: '高远',
    organisation: '雁塔区科技金融工作专班',
  },
} as const satisfies Record<string, Persona>

/** One sign-in for each audience, as `npm start` prints them. */
export const demoSignIns = [personas.company, personas.financier, personas.official].map(
  ({ audience, email, organisation }) => ({
    audience,
    email,
    password: demoPassword,
    organisation,
  }),
)
