/** Every story stands on a page that the toolbar sets: language, density, accent, width, and how kind the page's own CSS is. */
import {setCustomElementsManifest, type Decorator, type Preview} from '@storybook/web-components-vite';
import {html, nothing} from 'lit';
import {styleMap} from 'lit/directives/style-map.js';
import '@zwgk/elements/config';
import manifest from '../packages/elements/custom-elements.json' with {type: 'json'};

// Private and undocumented members are not in the manifest (scripts/lib/manifest.mjs), so autodocs shows none.
setCustomElementsManifest(manifest);

type Toolbar = NonNullable<NonNullable<Preview['globalTypes']>[string]['toolbar']>;

const choice = (description: string, icon: NonNullable<Toolbar['icon']>, items: Record<string, string>) => ({
  description,
  toolbar: {icon, dynamicTitle: true, items: Object.entries(items).map(([value, title]) => ({value, title}))},
});

/** What old agency pages really do to everything on them. */
const hostileCss = html`<style>
  * {
    line-height: 1 !important;
    font-family: SimSun !important;
  }
</style>`;

const onPage: Decorator = (story, {globals}) => {
  const {language, density, accent, width, host} = globals as Record<string, string>;
  const page = {inlineSize: width === 'full' ? '100%' : width!, maxInlineSize: '100%', '--zwgk-color-accent': accent};
  return html`${host === 'hostile' ? hostileCss : nothing}
    <div lang=${language} style=${styleMap(page)}>
      <zwgk-config density=${density}>${story()}</zwgk-config>
    </div>`;
};

const preview: Preview = {
  decorators: [onPage],
  parameters: {a11y: {test: 'error'}, layout: 'padded', controls: {expanded: true}},
  globalTypes: {
    language: choice('Language', 'globe', {'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English'}),
    density: choice('Density', 'accessibility', {normal: 'Normal', elder: 'Elder'}),
    accent: choice('Accent', 'paintbrush', {'#17497f': 'Blue', '#9b1c1c': 'Red', '#1f6b3a': 'Green', '#ffd400': 'Bright yellow'}),
    width: choice('Width of the column', 'grow', {'320px': '320 px', '640px': '640 px', '1080px': '1080 px', full: 'Full'}),
    host: choice('Style of the page', 'browser', {plain: 'Plain page', hostile: 'Hostile page'}),
  },
  initialGlobals: {language: 'zh-Hans', density: 'normal', accent: '#17497f', width: 'full', host: 'plain'},
};

export default preview;
