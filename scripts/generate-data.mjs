/**
 * The two data files of packages/rules that come from public tables: the working-day calendar
 * (State Council arrangements, through chinese-days) and the Traditional-to-Simplified character table
 * (OpenCC's t2s, through opencc-js). `npm run generate` writes them after those packages are updated.
 */
import {readFileSync} from 'node:fs';
import {Converter} from 'opencc-js';

const SOURCES = {
  2017: '国办发明电〔2016〕17号',
  2018: '国办发明电〔2017〕12号',
  2019: '国办发明电〔2018〕15号、〔2019〕3号',
  2020: '国办发明电〔2019〕16号、〔2020〕1号',
  2021: '国办发明电〔2020〕27号',
  2022: '国办发明电〔2021〕11号',
  2023: '国办发明电〔2022〕16号',
  2024: '国办发明电〔2023〕7号',
  2025: '国办发明电〔2024〕12号',
  2026: '国办发明电〔2025〕7号',
};

/** @returns {string} text of packages/rules/src/calendar-data.ts */
export function calendarData() {
  const years = Object.entries(SOURCES).map(([year, source]) => {
    const data = JSON.parse(readFileSync(`node_modules/chinese-days/dist/years/${year}.json`, 'utf8'));
    const inYear = (days) =>
      Object.keys(days)
        .filter((d) => d.startsWith(year))
        .sort();
    return {
      year: Number(year),
      holidays: inYear(data.holidays),
      makeupWorkdays: inYear(data.workdays),
      source,
      coverageUntil: '2026-12-31',
    };
  });
  return `// Made by scripts/generate-data.mjs. Holidays and make-up workdays as arranged by the State Council.\nimport type {CalendarYear} from '@zwgk/contract';\n\nexport const CALENDAR_YEARS: readonly CalendarYear[] = ${JSON.stringify(years)};\n`;
}

/** @returns {string} text of packages/rules/src/hant-data.ts */
export function hantData() {
  const toHans = Converter({from: 't', to: 'cn'});
  let hant = '';
  let hans = '';
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const from = String.fromCharCode(code);
    const to = toHans(from);
    if (to !== from && to.length === 1) {
      hant += from;
      hans += to;
    }
  }
  return `// Made by scripts/generate-data.mjs. HANT[i] is written HANS[i] in Simplified Chinese.\nexport const HANT =\n  '${hant}';\nexport const HANS =\n  '${hans}';\n`;
}
