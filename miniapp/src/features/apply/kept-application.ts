import { newId } from '@/platform/new-id';
import { newSecret } from '@/platform/new-secret';
import { forget, keep, readKept } from '@/platform/storage';
import { type ApplyForm, emptyForm } from './form';

/** An application of this device: what opens it, and what has been filled in so far. */
export interface KeptApplication {
  /** Made with the secret when it is first handed in; until then it is a draft. */
  readonly own: { readonly applicationId: string; readonly secret: string } | null;
  readonly form: ApplyForm;
  /** The phone that a code was handed in for: it is asked for no second one. */
  readonly provenPhone: string | null;
  readonly isHandedIn: boolean;
}

const keptKey = 'apply:application';

/** The application this device has begun, or a new one to the supplier that the page was opened for. */
export function readApplication(sellerCode: string): KeptApplication {
  const kept = readKept<KeptApplication>(keptKey);
  if (!kept) return { own: null, form: emptyForm(sellerCode), provenPhone: null, isHandedIn: false };
  // A form kept by an older release lacks what was added since.
  return { ...kept, form: { ...emptyForm(''), ...kept.form } };
}

export const keepApplication = (application: KeptApplication) => keep(keptKey, application);
export const forgetApplication = () => forget(keptKey);

/** What a new application is opened by; kept before it is sent, for an answer may get lost. */
export const newOwn = async () => ({ applicationId: newId(), secret: await newSecret() });
