// One line a namespace, in the order of the alphabet; the same line goes into en.ts.
export { default as domain } from './zh/domain.json'
export { default as fields } from './zh/fields.json'
export { default as refusals } from './zh/refusals.json'
export { default as shell } from './zh/shell.json'
export { default as trouble } from './zh/trouble.json'
export { default as ui } from './zh/ui.json'
export { default as units } from './zh/units.json'
