import { wechatTime } from '../clock';
import { seal } from '../crypto/seal';
import type { World } from '../world';
import { PayRefused } from './refusal';
import type { PayHandler } from './serve';

/** The platform's certificates, sealed under the merchant's key. Who verifies by public key alone has none. */
export const certificates =
  (world: World): PayHandler =>
  ({ merchant }) => {
    if (merchant.mode === 'publicKey')
      throw new PayRefused('RESOURCE_NOT_EXISTS', '无可用的平台证书，请使用微信支付公钥');
    const data = world.keys.platformCertificates.map((certificate) => ({
      serial_no: certificate.serial,
      effective_time: wechatTime(certificate.validFrom),
      expire_time: wechatTime(certificate.validUntil),
      encrypt_certificate: seal(certificate.certificatePem, 'certificate', merchant.apiV3Key),
    }));
    return { status: 200, body: { data } };
  };
