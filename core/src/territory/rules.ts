/** The decisions of territory, without the service: what other domains' decisions and screens may use. */
export { checkAbsorption } from './check-absorption';
export { checkPassage } from './check-passage';
export { coversArea } from './covers-area';
export { explainPassage } from './explain-passage';
