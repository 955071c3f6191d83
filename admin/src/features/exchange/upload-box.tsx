import './exchange.css';
import { CloudUploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Progress, Upload } from 'antd';
import { useState } from 'react';
import { ulid } from 'ulid';
import { problemTitle } from '../../ui/problem-view';
import type { ExchangeKind } from './queries';
import { FILE_BYTES_LIMIT, sendFile } from './send-file';

interface UploadBoxProps {
  kind: ExchangeKind;
  onSent: (importId: string) => void;
}

/** Takes a file by click or drop and sends it with a progress bar. */
export function UploadBox({ kind, onSent }: UploadBoxProps) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [share, setShare] = useState<number | null>(null);

  const send = async (file: File) => {
    if (!/\.(xlsx|csv)$/i.test(file.name)) {
      message.error('请选择 XLSX 或 CSV 文件');
      return;
    }
    if (file.size === 0 || file.size > FILE_BYTES_LIMIT) {
      message.error(file.size === 0 ? '文件是空的' : '文件不能超过 40 MB');
      return;
    }
    const importId = ulid();
    setShare(0);
    try {
      await sendFile(importId, kind, file, setShare);
      await client.invalidateQueries({ queryKey: ['exchange', 'list'] });
      onSent(importId);
    } catch (error) {
      message.error(`上传失败：${problemTitle(error)}`);
    } finally {
      setShare(null);
    }
  };

  return (
    <div className="exchange-box">
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        disabled={share !== null}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <CloudUploadOutlined />
        </p>
        {share === null ? (
          <>
            <p className="ant-upload-text">点击或拖入 XLSX / CSV 文件</p>
            <p className="ant-upload-hint">先校验、再预览，确认之后才会写入；最多 200,000 行</p>
          </>
        ) : (
          <div className="exchange-sending">
            <p className="ant-upload-text">正在上传…</p>
            <Progress percent={Math.round(share * 100)} />
          </div>
        )}
      </Upload.Dragger>
    </div>
  );
}
