import { Button, Form, Modal, type FormInstance, type FormProps } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { ulid } from 'ulid';
import { ApiProblem } from '../api';
import { ChangedNotice } from './changed-notice';
import { problemTitle, ProblemView } from './problem-view';

interface FormDialogProps<Values> {
  open: boolean;
  title: ReactNode;
  submitText: string;
  onClose: () => void;
  /**
   * Does the work; throwing keeps the dialog open with the problem shown. `intentId` is made when the
   * dialog opens and kept over retries, so saying the same thing twice does it once. `seenVersion` is the version
   * that was looked at, whatever has been read since.
   */
  onSubmit: (values: Values, intentId: string, seenVersion: number) => Promise<unknown>;
  initialValues?: FormProps<Values>['initialValues'];
  children: ReactNode | ((form: FormInstance<Values>) => ReactNode);
  danger?: boolean;
  width?: number;
  testId: string;
  /**
   * Codes that say somebody was faster. What was typed stays until its owner decides; `initialValues` and `version`
   * are to be the latest by then.
   */
  changedCodes?: readonly string[] | undefined;
  /** The version of what is changed, as it stands now. */
  version?: number | undefined;
}

function FormDialogBody<Values>(props: FormDialogProps<Values>) {
  const { onSubmit, onClose, initialValues, children, submitText, danger, testId } = props;
  const { changedCodes, version = 0 } = props;
  const [form] = Form.useForm<Values>();
  const [intentId] = useState(() => ulid());
  const [seenVersion, setSeenVersion] = useState(version);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef(false);

  const submit = async (values: Values) => {
    if (running.current) return;
    running.current = true;
    setPending(true);
    setError(null);
    try {
      await onSubmit(values, intentId, seenVersion);
      onClose();
    } catch (problem) {
      setError(problem);
    } finally {
      running.current = false;
      setPending(false);
    }
  };

  const goOn = () => {
    setSeenVersion(version);
    setError(null);
  };
  const isChanged = error instanceof ApiProblem && changedCodes?.includes(error.code) === true;
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initialValues}
      onFinish={(values) => void submit(values)}
      disabled={pending}
      data-testid={testId}
    >
      {typeof children === 'function' ? children(form) : children}
      {isChanged && (
        <ChangedNotice
          title={problemTitle(error)}
          onTakeTheirs={() => {
            form.resetFields();
            goOn();
          }}
          onKeepMine={goOn}
        />
      )}
      {error !== null && !isChanged && <ProblemView error={error} repeatable />}
      <div className="tp-dialog-foot">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          danger={danger}
          htmlType="submit"
          loading={pending}
          disabled={false}
          data-testid={`${testId}-submit`}
        >
          {submitText}
        </Button>
      </div>
    </Form>
  );
}

/** A dialog around a form: double click safe, keeps what was typed when the server says no. */
export function FormDialog<Values>(props: FormDialogProps<Values>) {
  return (
    <Modal
      open={props.open}
      title={props.title}
      onCancel={props.onClose}
      footer={null}
      width={props.width ?? 480}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <FormDialogBody {...props} />
    </Modal>
  );
}
