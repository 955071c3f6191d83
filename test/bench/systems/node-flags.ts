/**
 * The flags a server is deployed with (`deploy/tongpan.service`, `npm start`): room for the objects of a few
 * batches, which most of them do not outlive. Rivals get the same.
 */
export const nodeFlags = ['--max-semi-space-size=64'];
