package dev.auricle.network.checkpoint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python's pickle, of which only data is understood: numbers, texts, tuples, lists, dictionaries,
 * and what {@link Builder} makes of names and storages. A pickle is a program that may call
 * anything; here a name is only a {@link Name}, and calling one that the builder does not know is
 * an error, so nothing a file says is ever run. (Operations: CPython's {@code pickletools}.)
 */
final class Pickle {
  /** A Python name such as {@code collections.OrderedDict}. Never looked up. */
  record Name(String name) {}

  /** What stands for {@code None}, since lists here hold no nulls. */
  enum None {
    NONE
  }

  private enum Mark {
    MARK
  }

  /** Turns the few calls that checkpoints need into values. */
  interface Builder {
    /** What calling a name gives; an {@link IllegalArgumentException} for any other name. */
    Object call(String name, List<?> arguments);

    /** What a reference to something outside the pickle stands for. */
    Object outside(Object reference);
  }

  private final Binary bytes;
  private final Builder builder;
  private final List<Object> stack = new ArrayList<>();
  private final Map<Long, Object> memo = new HashMap<>();
  private long at;

  private Pickle(Binary bytes, Builder builder, long start) {
    this.bytes = bytes;
    this.builder = builder;
    this.at = start;
  }

  /**
   * What a pickle holds, and where it ends.
   *
   * @param value maps, lists, strings, numbers, booleans, {@link None}, or what the builder made
   * @param end first byte behind it
   */
  record Loaded(Object value, long end) {}

  static Loaded load(Binary bytes, long start, Builder builder) {
    Pickle pickle = new Pickle(bytes, builder, start);
    Object value = pickle.run();
    return new Loaded(value, pickle.at);
  }

  private Object run() {
    while (true) {
      int code = bytes.u8(at++);
      if (code == '.') {
        return pop();
      }
      step(code);
    }
  }

  private void step(int code) {
    switch (code) {
      case 0x80 -> skip(1); // PROTO
      case 0x95 -> skip(8); // FRAME
      case 'N' -> push(None.NONE);
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      case 'K' -> push((long) bytes.u8(skip(1)));
      case 'M' -> push((long) bytes.u16(skip(2)));
      case 'J' -> push((long) bytes.i32(skip(4)));
      case 0x8a -> push(integer(bytes.u8(skip(1))));
      case 'G' -> push(Double.longBitsToDouble(Long.reverseBytes(bytes.i64(skip(8)))));
      case 0x8c, 'U' -> push(text(bytes.u8(skip(1))));
      case 'X', 'T' -> push(text(bytes.u32(skip(4))));
      case 0x8d -> push(text(bytes.i64(skip(8))));
      case 'C' -> push(blob(bytes.u8(skip(1))));
      case 'B' -> push(blob(bytes.u32(skip(4))));
      case '}' -> push(new LinkedHashMap<Object, Object>());
      case ']', 0x8f -> push(new ArrayList<Object>());
      case ')' -> push(List.of());
      case '(' -> push(Mark.MARK);
      case '0' -> pop();
      case '1' -> popToMark();
      case '2' -> push(top());
      case 't' -> push(List.copyOf(popToMark()));
      case 0x85 -> tuple(1);
      case 0x86 -> tuple(2);
      case 0x87 -> tuple(3);
      case 'a' -> list(List.of(pop()));
      case 'e', 0x90 -> list(popToMark());
      case 's' -> {
        Object value = pop();
        dictionary(List.of(pop(), value));
      }
      case 'u' -> dictionary(popToMark());
      case 'q' -> memo.put((long) bytes.u8(skip(1)), top());
      case 'r' -> memo.put(bytes.u32(skip(4)), top());
      case 0x94 -> memo.put((long) memo.size(), top());
      case 'h' -> push(remembered(bytes.u8(skip(1))));
      case 'j' -> push(remembered(bytes.u32(skip(4))));
      case 'c' -> push(new Name(line() + "." + line()));
      case 0x93 -> {
        Object name = pop();
        push(new Name(pop() + "." + name));
      }
      case 'R' -> call();
      case 'b' -> pop(); // BUILD sets attributes, such as a dictionary's _metadata
      case 'Q' -> push(builder.outside(pop()));
      default ->
          throw bytes.damaged(
              String.format("its pickle holds operation 0x%02x, which data does not need", code));
    }
  }

  private void call() {
    Object arguments = pop();
    Object called = pop();
    if (!(called instanceof Name name) || !(arguments instanceof List<?> list)) {
      throw bytes.damaged("its pickle calls what has no name");
    }
    push(builder.call(name.name(), list));
  }

  private long skip(int length) {
    long from = at;
    at += length;
    return from;
  }

  /** A whole number of up to eight bytes; longer ones appear in no checkpoint. */
  private long integer(int length) {
    if (length > 8) {
      // The magic number of PyTorch's old format is ten bytes long.
      bytes.slice(skip(length), length);
      return Long.MAX_VALUE;
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (long) bytes.u8(at + i) << (8 * i);
    }
    at += length;
    int unused = 64 - 8 * length;
    return length == 0 ? 0 : value << unused >> unused;
  }

  private String text(long length) {
    String text = bytes.text(at, length);
    at += length;
    return text;
  }

  private ByteBuffer blob(long length) {
    ByteBuffer blob = bytes.slice(at, length);
    at += length;
    return blob;
  }

  private String line() {
    long start = at;
    while (bytes.u8(at) != '\n') {
      at++;
    }
    String line = bytes.text(start, at - start);
    at++;
    return line;
  }

  private void tuple(int size) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(0, pop());
    }
    push(List.copyOf(values));
  }

  @SuppressWarnings("unchecked") // the pickle's own lists are the only ArrayLists
  private void list(List<Object> values) {
    if (!(top() instanceof ArrayList<?> list)) {
      throw bytes.damaged("its pickle appends to what is no list");
    }
    ((ArrayList<Object>) list).addAll(values);
  }

  @SuppressWarnings("unchecked") // the pickle's own dictionaries are the only LinkedHashMaps
  private void dictionary(List<Object> pairs) {
    if (!(top() instanceof LinkedHashMap<?, ?> map) || pairs.size() % 2 != 0) {
      throw bytes.damaged("its pickle sets an item of what is no dictionary");
    }
    for (int i = 0; i < pairs.size(); i += 2) {
      // Python hashes keys; only plain ones are hashed here, for a cycle would not end.
      if (!(pairs.get(i) instanceof String || pairs.get(i) instanceof Number)) {
        throw bytes.damaged("its pickle has a dictionary whose keys are no names");
      }
      ((LinkedHashMap<Object, Object>) map).put(pairs.get(i), pairs.get(i + 1));
    }
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object top() {
    if (stack.isEmpty()) {
      throw bytes.damaged("its pickle takes from an empty stack");
    }
    return stack.get(stack.size() - 1);
  }

  private Object pop() {
    Object value = top();
    stack.remove(stack.size() - 1);
    return value;
  }

  private List<Object> popToMark() {
    int mark = stack.lastIndexOf(Mark.MARK);
    if (mark < 0) {
      throw bytes.damaged("its pickle ends a list that it did not begin");
    }
    List<Object> above = new ArrayList<>(stack.subList(mark + 1, stack.size()));
    stack.subList(mark, stack.size()).clear();
    return above;
  }

  private Object remembered(long key) {
    @Nullable Object value = memo.get(key);
    if (value == null) {
      throw bytes.damaged("its pickle recalls what it did not remember");
    }
    return value;
  }
}
