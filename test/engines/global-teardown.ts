import { stopEngines } from './global-setup';

/** Ends what the setup of this run has started. */
export default stopEngines;
