package dev.auricle.network.checkpoint;

import java.util.ArrayList;
import java.util.List;

/** The stack that a pickle's operations work on. */
final class PickleStack {
  private enum Mark {
    MARK
  }

  /** A byte may make a container of fifty; no checkpoint makes so many values. */
  private static final int MOST = 4_000_000;

  private final Binary bytes;
  private final List<Object> values = new ArrayList<>();
  private int pushed;

  PickleStack(Binary bytes) {
    this.bytes = bytes;
  }

  void push(Object value) {
    if (++pushed > MOST) {
      throw bytes.damaged("its pickle makes more than " + MOST + " values");
    }
    values.add(value);
  }

  /** Remembers where a list begins. */
  void mark() {
    push(Mark.MARK);
  }

  Object top() {
    if (values.isEmpty()) {
      throw bytes.damaged("its pickle takes from an empty stack");
    }
    return values.get(values.size() - 1);
  }

  Object pop() {
    Object value = top();
    values.remove(values.size() - 1);
    return value;
  }

  /** Everything above the last mark, which goes too. */
  List<Object> popToMark() {
    int mark = values.lastIndexOf(Mark.MARK);
    if (mark < 0) {
      throw bytes.damaged("its pickle ends a list that it did not begin");
    }
    List<Object> above = new ArrayList<>(values.subList(mark + 1, values.size()));
    values.subList(mark, values.size()).clear();
    return above;
  }
}
