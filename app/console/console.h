// What the command line says: a progress bar on a terminal, or one JSON object a line.
//   {"type":"progress","stage":"writing bars 9-16 of 32","fraction":0.3,"secondsLeft":4.2}
//   {"type":"note","text":"..."}            while it works
//   {"type":"result",...}, {"type":"error","code":"NotFound","message":"...","detail":"..."} or
//   {"type":"cancelled"}                    the last line
#pragma once

#include "core/base/result.h"
#include "core/job/job.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <functional>
#include <mutex>
#include <string>

namespace pieria::app {

using Json = nlohmann::ordered_json;

class Console final : public JobContext
{
public:
    enum class Format { Text, JsonLines };
    explicit Console(Format format);
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;
    ~Console() override; ///< leaves a clean line behind

    [[nodiscard]] Format format() const { return m_format; }

    // JobContext: called from any thread.
    void report(const Progress& progress) override;
    [[nodiscard]] bool cancelled() const override;
    void preview(const std::any& value) override;

    /// Receives every preview, on the thread of the job.
    void onPreview(std::function<void(const std::any&)> receiver);
    /// A sentence on the way: standard error as text.
    void note(const std::string& sentence);

    // The last word, once.
    void result(const Json& fields, const std::string& text);
    void failure(const Failure& failure);
    void cancelledNote();

private:
    void clearBar();
    void drawBar(const Progress& progress);
    void printLine(const Json& object);

    Format m_format;
    bool m_terminal;
    bool m_barShown = false;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_start;
    std::chrono::steady_clock::time_point m_lastReport {};
    std::string m_lastStage;
    EtaEstimator m_eta;
    std::function<void(const std::any&)> m_onPreview;
};

[[nodiscard]] const char* errorCodeName(ErrorCode code);

} // namespace pieria::app
