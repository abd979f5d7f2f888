/** Numbers written in Chinese, in small or bank capitals, simplified or traditional: folded to figures where they are one way only. */

const signs: Record<string, string> = {
  ...{ 〇: '零', 两: '二', 兩: '二', 點: '点', 萬: '万', 億: '亿', 圓: '元', 圆: '元', 個: '个' },
  ...{ 壹: '一', 贰: '二', 貳: '二', 叁: '三', 參: '三', 肆: '四', 伍: '五', 陆: '六', 陸: '六' },
  ...{ 柒: '七', 捌: '八', 玖: '九', 拾: '十', 佰: '百', 仟: '千', 整: '' },
}
const DIGITS = '零一二三四五六七八九'
const placeOf: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 }
const numeral =
  /[零一二三四五六七八九十][零一二三四五六七八九十百千]*(?:点[零一二三四五六七八九]+)?/g

/** Up to 9,999 said place by place, or figure by figure; null where it could be meant otherwise: 三百五 is 350 or 305. */
function wholeOf(said: string): number | null {
  if (/^[零一二三四五六七八九]+$/.test(said))
    return Number([...said].map((sign) => DIGITS.indexOf(sign)).join(''))
  let total = 0
  let figure: number | null = null
  let last = 10_000
  let skipped = false
  for (const sign of said) {
    const place = placeOf[sign]
    if (place === undefined) {
      if (figure !== null) return null
      if (sign === '零') skipped = true
      else figure = DIGITS.indexOf(sign)
      continue
    }
    if (place >= last || (figure === null && (place !== 10 || total > 0 || skipped))) return null
    total += (figure ?? 1) * place
    figure = null
    last = place
    skipped = false
  }
  if (figure === null) return skipped ? null : total
  return last === 10 || skipped ? total + figure : null
}

/** Each sign that is a Chinese figure as that figure, place words left as they are: 一三八 is 138. */
export function plainSigns(text: string): string {
  return [...text]
    .map((sign) => {
      const simple = signs[sign] || sign
      const figure = DIGITS.indexOf(simple)
      return figure < 0 ? sign : String(figure)
    })
    .join('')
}

/** The same text with its Chinese numerals as figures: 六百万 is 600万, 一亿二千万 is 1亿2000万, 一点五 is 1.5. */
export function foldNumerals(text: string): string {
  const plain = [...text].map((sign) => signs[sign] ?? sign).join('')
  return plain.replace(numeral, (said) => {
    const [whole = '', decimals = ''] = said.split('点')
    const figure = wholeOf(whole)
    if (figure === null) return said
    const rest = [...decimals].map((sign) => DIGITS.indexOf(sign)).join('')
    return rest ? `${figure}.${rest}` : String(figure)
  })
}
