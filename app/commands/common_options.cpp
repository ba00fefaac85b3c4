#include "app/commands/common_options.h"

#include "app/console/exit_code.h"
#include "app/console/interrupt.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <new>
#include <random>
#include <thread>

namespace pieria::app {

namespace {

int defaultThreads()
{
    return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 64U));
}

std::string checkSeed(const std::string& text)
{
    std::uint64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? std::string()
                                               : "a seed is a whole number from 0 to 2^64 - 1";
}

std::string checkStyle(const std::string& text)
{
    return styleFromText(text) ? std::string() : "a style is NAME or NAME:T with T from -1 to 1.5";
}

} // namespace

void addCommonOptions(CLI::App& verb, CommonOptions& options)
{
    const std::string group = "Common options";
    options.threads = defaultThreads();
    verb.add_option("--seed", options.seed, "Random numbers to use; drawn and shown when left out")
        ->check(CLI::Validator(checkSeed, ""))
        ->type_name("N")
        ->group(group);
    verb.add_option("--threads", options.threads, "Tasks at once; never changes a result")
        ->check(CLI::Range(1, 256))
        ->type_name("N")
        ->group(group);
    verb.add_option("--device", options.device, "cpu, or cuda where LibTorch has it")
        ->check(CLI::IsMember({ "cpu", "cuda" }))
        ->type_name("NAME")
        ->group(group);
    verb.add_option("--style", options.styles, "A taught style and its strength; may be repeated")
        ->check(CLI::Validator(checkStyle, ""))
        ->type_name("NAME:T")
        ->allow_extra_args(false)
        ->group(group);
    verb.add_option("--steps", options.steps, "Sampler steps; for train: the last training step")
        ->check(CLI::PositiveNumber)
        ->type_name("N")
        ->group(group);
    verb.add_option("--guidance", options.guidance, "How closely the prompt is followed, 0 to 20")
        ->check(CLI::Range(0.0, 20.0))
        ->type_name("G")
        ->group(group);
    verb.add_flag("--json", options.json, "JSON lines on standard output, the result last")
        ->group(group);
}

std::optional<StyleUse> styleFromText(const std::string& text)
{
    const std::size_t colon = text.rfind(':');
    StyleUse use { text.substr(0, colon), 1.0 };
    if (use.name.empty()) {
        return std::nullopt;
    }
    if (colon != std::string::npos) {
        const char* const begin = text.data() + colon + 1;
        const char* const end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(begin, end, use.strength);
        if (error != std::errc() || stop != end || !(use.strength >= -1 && use.strength <= 1.5)) {
            return std::nullopt;
        }
    }
    return use;
}

std::uint64_t seedOf(const CommonOptions& options)
{
    return options.seed ? *options.seed : std::random_device()();
}

int runVerb(
    const CommonOptions& options, const std::function<Result<Outcome<Answer>>(Console&)>& work)
{
    Console console(options.json ? Console::Format::JsonLines : Console::Format::Text);
    watchInterrupts();
    Result<Outcome<Answer>> outcome = fail(ErrorCode::Internal, "Nothing was done.");
    try {
        outcome = work(console);
    } catch (const std::bad_alloc&) {
        outcome = fail(ErrorCode::OutOfMemory, "Not enough memory; ask for a shorter piece.");
    } catch (const std::exception& error) {
        outcome = fail(ErrorCode::Internal,
            "Something went wrong that should not have; please report it.", error.what());
    }
    if (!outcome) {
        console.failure(outcome.error());
        return kFailed;
    }
    if (std::holds_alternative<Cancelled>(*outcome)) {
        console.cancelledNote();
        return kCancelled;
    }
    const Answer& answer = std::get<Answer>(*outcome);
    console.result(answer.fields, answer.text);
    return kOk;
}

} // namespace pieria::app
