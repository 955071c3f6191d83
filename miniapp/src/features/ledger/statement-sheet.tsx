import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Fact } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { dayAndTime } from '@/ui/dates';
import { NoteField } from '@/ui/field';
import { yuan } from '@/ui/money';
import { Sheet } from '@/ui/sheet';
import { say } from '@/ui/toast';
import { Yuan } from '@/ui/yuan';
import { PaperLines } from './paper-lines';
import { useAnswerStatement, type Side, type Statement } from './queries';
import { periodText, statementWords } from './words';

interface StatementSheetProps {
  statement: Statement;
  side: Side;
  /** Whether this user may answer for the party. */
  mayAnswer: boolean;
  onClose: () => void;
}

/** A statement in full; who got it confirms it here, or says what is wrong. */
export function StatementSheet({ statement, side, mayAnswer, onClose }: StatementSheetProps) {
  const [asked, setAsked] = useState<'agree' | 'dispute'>();
  const isOpen = side === 'buyer' && statement.state === 'issued' && mayAnswer;
  if (asked)
    return (
      <AnswerSheet
        statement={statement}
        agree={asked === 'agree'}
        onClose={() => setAsked(undefined)}
        onDone={onClose}
      />
    );
  return (
    <Sheet
      title={side === 'seller' ? statement.buyerName : statement.sellerName}
      open
      onClose={onClose}
      foot={
        isOpen ? (
          <>
            <Button id="statement-dispute" label="有异议" onPress={() => setAsked('dispute')} />
            <Button id="statement-agree" label="确认无误" look="main" onPress={() => setAsked('agree')} />
          </>
        ) : undefined
      }
    >
      <Fact name="期间">{periodText(statement)}</Fact>
      <Fact name="状态">
        <Text id="statement-state">{statementWords[statement.state].text}</Text>
      </Fact>
      {statement.answeredAt ? <Fact name="答复时间">{dayAndTime(statement.answeredAt)}</Fact> : null}
      {statement.note ? <Fact name="说明">{statement.note}</Fact> : null}
      <Fact name="期初余额">
        <Yuan fen={statement.openingFen} />
      </Fact>
      <Fact name="加：本期开账">
        <Yuan fen={statement.billedFen} />
      </Fact>
      <Fact name="减：本期回款">
        <Yuan fen={statement.receivedFen} />
      </Fact>
      <Fact name="减：本期冲减">
        <Yuan fen={statement.creditedFen} />
      </Fact>
      <Fact name={side === 'seller' ? '期末应收' : '期末应付'}>
        <Yuan id="statement-closing" fen={statement.closingFen} size="large" />
      </Fact>
      <PaperLines statement={statement} />
    </Sheet>
  );
}

interface AnswerSheetProps {
  statement: Statement;
  agree: boolean;
  onClose: () => void;
  onDone: () => void;
}

function AnswerSheet({ statement, agree, onClose, onDone }: AnswerSheetProps) {
  const answer = useAnswerStatement();
  const [note, setNote] = useState('');
  const confirm = () =>
    answer.mutate(
      { statementId: statement.statementId, agree, note: note.trim() },
      {
        onSuccess: () => {
          say(agree ? '对账单已确认' : '异议已提交给供货方');
          onDone();
        },
      },
    );
  return (
    <Confirm
      title={agree ? '确认对账单' : '提出异议'}
      open
      text={`${statement.sellerName} ${periodText(statement)}，期末应付 ${yuan(statement.closingFen)}。${
        agree ? '确认后不能再改。' : '写清哪一笔不符，供货方会看到。'
      }`}
      confirmLabel={agree ? '确认无误' : '提交异议'}
      grave={!agree}
      pending={answer.isPending}
      disabled={!agree && note.trim() === ''}
      error={answer.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <NoteField
        id="answer-note"
        label={agree ? '说明（选填）' : '哪里不符'}
        value={note}
        placeholder={agree ? '' : '如 11 月 3 日那笔已付 500 元未计入'}
        onChange={setNote}
      />
    </Confirm>
  );
}
