/** The decisions of territory, without the service: what other domains' decisions and screens may use. */
export { checkTerritory, coversArea } from './check-territory';
