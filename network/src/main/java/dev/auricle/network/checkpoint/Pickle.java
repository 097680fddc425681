package dev.auricle.network.checkpoint;

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

  /** Turns the few calls that checkpoints need into values. */
  interface Builder {
    /** What calling a name gives; an {@link IllegalArgumentException} for any other name. */
    Object call(String name, List<?> arguments);

    /** What a reference to something outside the pickle stands for. */
    Object outside(Object reference);
  }

  private final Binary bytes;
  private final PickleBytes in;
  private final PickleStack stack;
  private final Builder builder;
  private final Map<Long, Object> memo = new HashMap<>();

  private Pickle(Binary bytes, Builder builder, long start) {
    this.bytes = bytes;
    this.builder = builder;
    in = new PickleBytes(bytes, start);
    stack = new PickleStack(bytes);
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
    return new Loaded(value, pickle.in.at());
  }

  private Object run() {
    while (true) {
      int code = in.u8();
      if (code == '.') {
        return stack.pop();
      }
      step(code);
    }
  }

  private void step(int code) {
    switch (code) {
      case 0x80 -> in.u8(); // PROTO
      case 0x95 -> in.i64(); // FRAME
      case 'N' -> stack.push(None.NONE);
      case 0x88 -> stack.push(true);
      case 0x89 -> stack.push(false);
      case 'K' -> stack.push((long) in.u8());
      case 'M' -> stack.push((long) in.u16());
      case 'J' -> stack.push((long) in.i32());
      case 0x8a -> stack.push(in.integer(in.u8()));
      case 'G' -> stack.push(Double.longBitsToDouble(Long.reverseBytes(in.i64())));
      case 0x8c, 'U' -> stack.push(in.text(in.u8()));
      case 'X', 'T' -> stack.push(in.text(in.u32()));
      case 0x8d -> stack.push(in.text(in.i64()));
      case 'C' -> stack.push(in.blob(in.u8()));
      case 'B' -> stack.push(in.blob(in.u32()));
      case '}' -> stack.push(new LinkedHashMap<Object, Object>());
      case ']', 0x8f -> stack.push(new ArrayList<Object>());
      case ')' -> stack.push(List.of());
      case '(' -> stack.mark();
      case '0' -> stack.pop();
      case '1' -> stack.popToMark();
      case '2' -> stack.push(stack.top());
      case 't' -> stack.push(List.copyOf(stack.popToMark()));
      case 0x85 -> tuple(1);
      case 0x86 -> tuple(2);
      case 0x87 -> tuple(3);
      case 'a' -> list(List.of(stack.pop()));
      case 'e', 0x90 -> list(stack.popToMark());
      case 's' -> {
        Object value = stack.pop();
        dictionary(List.of(stack.pop(), value));
      }
      case 'u' -> dictionary(stack.popToMark());
      case 'q' -> memo.put((long) in.u8(), stack.top());
      case 'r' -> memo.put(in.u32(), stack.top());
      case 0x94 -> memo.put((long) memo.size(), stack.top());
      case 'h' -> stack.push(remembered(in.u8()));
      case 'j' -> stack.push(remembered(in.u32()));
      case 'c' -> stack.push(new Name(in.line() + "." + in.line()));
      case 0x93 -> {
        Object name = stack.pop();
        stack.push(new Name(stack.pop() + "." + name));
      }
      case 'R' -> call();
      case 'b' -> stack.pop(); // BUILD sets attributes, such as a dictionary's _metadata
      case 'Q' -> stack.push(builder.outside(stack.pop()));
      default ->
          throw bytes.damaged(
              String.format("its pickle holds operation 0x%02x, which data does not need", code));
    }
  }

  private void call() {
    Object arguments = stack.pop();
    Object called = stack.pop();
    if (!(called instanceof Name name) || !(arguments instanceof List<?> list)) {
      throw bytes.damaged("its pickle calls what has no name");
    }
    stack.push(builder.call(name.name(), list));
  }

  private void tuple(int size) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(0, stack.pop());
    }
    stack.push(List.copyOf(values));
  }

  @SuppressWarnings("unchecked") // the pickle's own lists are the only ArrayLists
  private void list(List<Object> values) {
    if (!(stack.top() instanceof ArrayList<?> list)) {
      throw bytes.damaged("its pickle appends to what is no list");
    }
    ((ArrayList<Object>) list).addAll(values);
  }

  @SuppressWarnings("unchecked") // the pickle's own dictionaries are the only LinkedHashMaps
  private void dictionary(List<Object> pairs) {
    if (!(stack.top() instanceof LinkedHashMap<?, ?> map) || pairs.size() % 2 != 0) {
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

  private Object remembered(long key) {
    @Nullable Object value = memo.get(key);
    if (value == null) {
      throw bytes.damaged("its pickle recalls what it did not remember");
    }
    return value;
  }
}
